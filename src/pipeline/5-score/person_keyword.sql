-- One row per person and product of whose keywords one stood in what the person did. Key: person_no, product_no.
-- raw is the sum over the acts of weight x 0.5 ^ (age in days / half-life); an act counts once for a product, whatever stands in it.
-- strength is raw scaled by the highest of all that is loaded, above 0 to 1 (domain.md §1.9).
with product_text as (
    select distinct product_no, text_no
    from score.keyword_hit
),
summed as (
    select
        acts.person_no,
        product_text.product_no,
        sum(weights.weight * pow(0.5, (clock.as_of_date - acts.day) / model.half_life_days)) as raw,
        cast(count(*) as integer) as activities,
        max(acts.day) as last_day,
    from score.keyword_act as acts
    join product_text using (text_no)
    join config.keyword_weight as weights using (type_no)
    cross join canon.clock as clock
    cross join config.keyword_decay as model
    where weights.weight > 0
    group by acts.person_no, product_text.product_no
),
best as (
    select max(raw) as raw
    from summed
)
select
    summed.person_no,
    summed.product_no,
    summed.raw,
    summed.raw / best.raw as strength,
    summed.activities,
    summed.last_day,
from summed
cross join best
