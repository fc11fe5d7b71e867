-- A gate: one row per solution interest and persona, and one per solution interest and role. Key: interest_no, part, part_no.
-- A deal counts once for a persona or a role, however many of its people are of it.
with parts as (
    select 'persona' as part, persona_no as part_no
    from config.persona
    union all
    select 'role', role_no
    from config.role
),
contacts as (
    -- Here once, for a view that is named twice is worked out twice.
    select *
    from score.deal_contact
),
told as (
    select interest_no, opportunity_no, is_won, person_no, 'persona' as part, persona_no as part_no
    from contacts
    where persona_no is not null
    union all
    select interest_no, opportunity_no, is_won, person_no, 'role', role_no
    from contacts
    where role_no is not null
),
present as (
    select interest_no, part, part_no, opportunity_no, is_won, count(*) as people
    from told
    group by interest_no, part, part_no, opportunity_no, is_won
),
counted as (
    select
        interest_no,
        part,
        part_no,
        count(*) as deals_with,
        count(*) filter (where is_won) as won_with,
        median(people) filter (where is_won) as people_in_won,
    from present
    group by interest_no, part, part_no
)
select
    base.interest_no,
    parts.part,
    parts.part_no,
    base.deals,
    base.won,
    cast(coalesce(counted.deals_with, 0) as integer) as deals_with,
    cast(coalesce(counted.won_with, 0) as integer) as won_with,
    cast(base.deals - coalesce(counted.deals_with, 0) as integer) as deals_without,
    cast(base.won - coalesce(counted.won_with, 0) as integer) as won_without,
    counted.people_in_won,
from score.deal_base as base
cross join parts
left join counted
    on counted.interest_no = base.interest_no
    and counted.part = parts.part
    and counted.part_no = parts.part_no
