-- One row per buying group and person of whom the CRM, a journey or a hand has spoken. Key: group_no, person_no.
-- The word of the highest source counts, be it add or remove; the title rule's is the lowest and not among them.
with word as (
    select group_no, person_no, 'crm' as source, 'add' as action, seat_no, rule, made_at
    from role.crm_role
    union all
    select group_no, person_no, source, action, seat_no, rule, made_at
    from role.override
    where action = 'remove' or seat_no is not null
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
select group_no, person_no, source, action, seat_no, rule, made_at
from ranked
where rank = 1
