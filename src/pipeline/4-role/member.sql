-- One row per person in a seat of a buying group. Key: group_no, person_no.
-- Most people have one candidate, the title rule's; only those of whom the CRM, a journey or a hand has spoken are ranked.
with spoken as (
    select group_no, person_no, seat_no, 'crm' as source, 'add' as action, rule, made_at
    from role.crm_role
    union all
    select group_no, person_no, seat_no, source, action, rule, made_at
    from role.override
    where action = 'remove' or seat_no is not null
),
ranked as (
    select
        spoken.*,
        row_number() over (
            partition by spoken.group_no, spoken.person_no
            order by membership_source.precedence
        ) as rank,
    from spoken
    join config.membership_source as membership_source using (source)
),
decided as (
    select * from ranked where rank = 1
),
seated as (
    select group_no, person_no, seat_no, source, rule, cast(null as timestamp) as made_at
    from role.candidate as candidate
    where source = 'rule'
        and not exists (
            select 1 from decided
            where decided.group_no = candidate.group_no and decided.person_no = candidate.person_no
        )
    union all
    select group_no, person_no, seat_no, source, rule, made_at
    from decided
    where action = 'add'
)
select
    seated.group_no,
    seated.person_no,
    seated.seat_no,
    seat_order.role,
    seated.source,
    seated.rule,
    seated.made_at,
from seated
join config.seat_order as seat_order using (seat_no)
