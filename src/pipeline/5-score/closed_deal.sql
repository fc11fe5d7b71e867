-- A view, one row per solution interest and closed opportunity about it. Key: interest_no, opportunity_no.
-- As for a group, an opportunity that names no solution interest is about every one, and one that names an unknown interest about none.
with interests as (
    select interest_no, lower(trim(solution_interest)) as name
    from config.interest
),
closed as (
    select
        opportunity_no,
        coalesce(is_won, false) as is_won,
        nullif(lower(trim(solution_interest)), '') as name,
    from canon.opportunity
    where coalesce(is_closed, false) or coalesce(is_won, false)
),
recorded as (
    select distinct opportunity_no
    from canon.opportunity_contact
)
select
    interests.interest_no,
    closed.opportunity_no,
    closed.is_won,
    closed.name is not null as is_named,
    recorded.opportunity_no is not null as has_contact,
from closed
join interests on closed.name is null or closed.name = interests.name
left join recorded on recorded.opportunity_no = closed.opportunity_no
