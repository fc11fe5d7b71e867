-- One row per currency of the opportunities; null is no currency named. Key: currency.
-- The main currency is that of most opportunities: totals are told in it alone, because nothing here converts money.
with opportunities as (
    select
        nullif(upper(trim(currency)), '') as currency,
        case when amount > 0 then amount else 0 end as amount,
        not coalesce(is_closed, false) and not coalesce(is_won, false) as is_open,
        coalesce(is_won, false) as is_won,
        coalesce(amount <= 0, true) as is_without_amount,
    from canon.opportunity
)
select
    currency,
    cast(count(*) as integer) as opportunities,
    cast(count(*) filter (where is_open) as integer) as open_opportunities,
    coalesce(sum(amount) filter (where is_open), 0) as open_pipeline,
    cast(count(*) filter (where is_won) as integer) as won_opportunities,
    coalesce(sum(amount) filter (where is_won), 0) as won_amount,
    cast(count(*) filter (where is_without_amount) as integer) as without_amount,
    row_number() over (order by count(*) desc, currency nulls last) = 1 as is_main,
from opportunities
group by currency
