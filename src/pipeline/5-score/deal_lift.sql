-- A view, one row per solution interest and persona or role. Key: interest_no, part, part_no.
-- Rates are percent. Lift is win rate with by win rate without, its limits made of theirs (Donner and Zou 2012, after Newcombe), which
-- no zero breaks: lift_high is null where it has no end. Of too few deals (config.evidence) only the counts are told.
with rates as (
    select *
    from score.deal_rate
),
sides as (
    select
        present.interest_no,
        present.part,
        present.part_no,
        present.is_enough as is_shared,
        have.is_enough as is_rated,
        have.is_enough and lack.is_enough as is_compared,
        present.share as membership,
        present.low as membership_low,
        present.high as membership_high,
        have.share as rate,
        have.low as rate_low,
        have.high as rate_high,
        lack.share as other,
        have.share * lack.share as product,
        have.low * (2 * have.share - have.low) as below,
        have.high * (2 * have.share - have.high) as above,
        lack.low * (2 * lack.share - lack.low) as other_below,
        lack.high * (2 * lack.share - lack.high) as other_above,
    from rates as present
    join rates as have
        on have.interest_no = present.interest_no and have.part = present.part and have.part_no = present.part_no
        and have.rate = 'win with'
    join rates as lack
        on lack.interest_no = present.interest_no and lack.part = present.part and lack.part_no = present.part_no
        and lack.rate = 'win without'
    where present.rate = 'membership'
)
select
    counts.*,
    case when sides.is_shared then 100 * counts.won / counts.deals end as base_rate,
    case when sides.is_rated then 100 * sides.rate end as win_rate,
    case when sides.is_rated then 100 * sides.rate_low end as win_rate_low,
    case when sides.is_rated then 100 * sides.rate_high end as win_rate_high,
    case when sides.is_shared then 100 * sides.membership end as membership_rate,
    case when sides.is_shared then 100 * sides.membership_low end as membership_low,
    case when sides.is_shared then 100 * sides.membership_high end as membership_high,
    case when sides.is_compared and sides.other > 0 then sides.rate / sides.other end as lift,
    case
        when not sides.is_compared then null
        when sides.rate = 0 then 0
        -- Rounding alone can bring what is under the root a hair below zero.
        else sides.below / (sides.product + sqrt(greatest(0, sides.product * sides.product - sides.below * sides.other_above)))
    end as lift_low,
    case
        when sides.is_compared and sides.other > 0 then
            (sides.product + sqrt(greatest(0, sides.product * sides.product - sides.above * sides.other_below))) / sides.other_below
    end as lift_high,
from score.deal_count as counts
join sides
    on sides.interest_no = counts.interest_no and sides.part = counts.part and sides.part_no = counts.part_no
