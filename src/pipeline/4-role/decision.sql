-- A gate: one row per buying group and person of whom a hand or a journey has spoken. Key: group_no, person_no.
-- The word of the highest source counts, be it add or remove; the CRM and the title rule have their say too, wherever they stand.
with word as (
    select group_no, person_no, source, action, seat_no, rule, made_at, author, note, file_no, source_row
    from role.override
    where action = 'remove' or seat_no is not null
    union all
    select
        crm_role.group_no, crm_role.person_no, 'crm', 'add', crm_role.seat_no, crm_role.rule, crm_role.made_at,
        null, null, crm_role.file_no, crm_role.source_row
    from role.crm_role as crm_role
    where exists (
        select 1
        from role.override as override
        where override.group_no = crm_role.group_no and override.person_no = crm_role.person_no
    )
    union all
    select
        override.group_no, override.person_no, 'rule', 'add', first_seat.seat_no, seat_rule.rule, null,
        null, null, null, null
    from (select distinct group_no, person_no from role.override) as override
    join role.pair as pair using (group_no, person_no)
    join role.holder_seat as first_seat using (holder_no, template_no)
    join role.seat_rule as seat_rule on seat_rule.seat_no = first_seat.seat_no
),
ranked as (
    select
        word.*,
        row_number() over (
            partition by word.group_no, word.person_no
            order by membership_source.precedence
        ) as rank,
    from word
    join config.membership_source as membership_source using (source)
)
select group_no, person_no, source, action, seat_no, rule, made_at, author, note, file_no, source_row
from ranked
where rank = 1
