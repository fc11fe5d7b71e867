-- One row per buying group and opportunity of its account that is about it. Key: group_no, opportunity_no.
-- An opportunity that names no solution interest counts for every group of its account; one that names an unknown interest for none.
with interests as (
    select interest_no, lower(trim(solution_interest)) as name
    from config.interest
),
opportunities as (
    select
        opportunity_no,
        account_no,
        nullif(lower(trim(solution_interest)), '') as name,
        nullif(upper(trim(currency)), '') as currency,
        -- A negative amount is a slip or a credit note, not pipeline.
        case when amount > 0 then amount else 0 end as amount,
        not coalesce(is_closed, false) and not coalesce(is_won, false) as is_open,
        coalesce(is_won, false) as is_won,
    from canon.opportunity
    where account_no is not null
),
wanted as (
    select opportunities.opportunity_no, opportunities.account_no, interests.interest_no
    from opportunities
    join interests using (name)
    union all
    select opportunities.opportunity_no, opportunities.account_no, interests.interest_no
    from opportunities
    cross join interests
    where opportunities.name is null
)
select
    groups.group_no,
    opportunities.opportunity_no,
    opportunities.currency,
    opportunities.amount,
    opportunities.is_open,
    opportunities.is_won,
from wanted
join role.buying_group as groups using (account_no, interest_no)
join opportunities using (opportunity_no)
