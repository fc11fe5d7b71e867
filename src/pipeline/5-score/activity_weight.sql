-- One row per activity type that somebody did inside the window. Key: activity_type.
-- Weights are compared among the types that occurred and have one (domain.md §1.5); a type without a weight is shown, not scored.
with occurred as (
    select type_no, known_activities as activities
    from score.activity_count
    where known_activities > 0
),
weighted as (
    select
        types.type_no,
        types.activity_type,
        coalesce(weights.weight, 0) as weight,
        coalesce(weights.weight > 0, false) as is_scored,
        occurred.activities,
    from occurred
    join score.activity_type as types using (type_no)
    left join config.activity_weight as weights on weights.activity_type = types.activity_type
),
range_of_weights as (
    select min(weight) as lowest, max(weight) as highest
    from weighted
    where is_scored
)
select
    weighted.type_no,
    weighted.activity_type,
    weighted.weight,
    case
        when not weighted.is_scored then null
        when model.normalisation = 'max' then weighted.weight / range_of_weights.highest
        -- Strict min-max has nothing to compare when all weights are equal.
        when range_of_weights.highest = range_of_weights.lowest then 1
        else (weighted.weight - range_of_weights.lowest) / (range_of_weights.highest - range_of_weights.lowest)
    end as normalised_weight,
    weighted.is_scored,
    weighted.activities,
from weighted
cross join range_of_weights
cross join config.engagement as model
