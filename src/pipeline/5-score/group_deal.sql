-- One row per buying group with an opportunity. Key: group_no.
-- Currencies are never added: the sums are in the currency of most of the group's open deals, and the rest is counted beside them.
with sums as (
    select
        group_no,
        currency,
        count(*) as opportunities,
        count(*) filter (where is_open) as open_opportunities,
        count(*) filter (where is_won) as won_opportunities,
        coalesce(sum(amount) filter (where is_open), 0) as open_pipeline,
        coalesce(sum(amount) filter (where is_won), 0) as won_amount,
    from score.group_opportunity
    group by group_no, currency
),
ranked as (
    select
        *,
        row_number() over (
            partition by group_no
            order by open_opportunities desc, won_opportunities desc, opportunities desc, currency nulls last
        ) as place,
    from sums
)
select
    group_no,
    cast(sum(open_opportunities) as integer) as open_opportunities,
    cast(sum(won_opportunities) as integer) as won_opportunities,
    max(open_pipeline) filter (where place = 1) as open_pipeline,
    max(won_amount) filter (where place = 1) as won_amount,
    max(currency) filter (where place = 1) as currency,
    cast(coalesce(sum(opportunities) filter (where place > 1), 0) as integer) as other_currency_opportunities,
from ranked
group by group_no
