-- A view, one row per solution interest, persona or role, and rate: won of the deals with it, won of those without, deals with it of all. Key: interest_no, part, part_no, rate.
-- Shares from 0 to 1 with the limits of Wilson's interval; of no deals the share is null and may be anything. Told of however few deals: who reads them asks is_enough.
with counts as (
    -- Here once, for a view that is named three times is worked out three times.
    select *
    from score.deal_count
),
counted as (
    select interest_no, part, part_no, 'win with' as rate, deals_with as deals, won_with as hits
    from counts
    union all
    select interest_no, part, part_no, 'win without', deals_without, won_without
    from counts
    union all
    select interest_no, part, part_no, 'membership', deals, deals_with
    from counts
),
shared as (
    select
        counted.*,
        counted.deals >= rule.least_deals as is_enough,
        rule.z * rule.z as z2,
        -- Null, so that nothing is divided by no deals.
        nullif(cast(counted.deals as double), 0) as n,
        counted.hits / nullif(cast(counted.deals as double), 0) as share,
    from counted
    cross join config.evidence as rule
)
select
    interest_no,
    part,
    part_no,
    rate,
    deals,
    hits,
    is_enough,
    share,
    greatest(0, (share + z2 / (2 * n) - sqrt(z2 * share * (1 - share) / n + z2 * z2 / (4 * n * n))) / (1 + z2 / n)) as low,
    least(1, (share + z2 / (2 * n) + sqrt(z2 * share * (1 - share) / n + z2 * z2 / (4 * n * n))) / (1 + z2 / n)) as high,
from shared
