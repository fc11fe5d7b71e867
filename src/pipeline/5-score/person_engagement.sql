-- One row per person with at least one scored act inside the window. Key: person_no.
-- The score is the square root scaled to the best person of all that is loaded (domain.md §1.5).
with people as (
    select
        acts.person_no,
        sum(acts.counted * weights.normalised_weight) as raw,
        cast(sum(acts.activities) as integer) as activities,
        max(acts.last_activity_at) as last_activity_at,
    from score.person_act as acts
    join score.activity_weight as weights using (type_no)
    where weights.is_scored
    group by acts.person_no
),
best as (
    select max(sqrt(raw)) as root
    from people
)
select
    people.person_no,
    people.raw,
    coalesce(100 * (sqrt(people.raw) / nullif(best.root, 0)), 0) as score,
    people.activities,
    people.last_activity_at,
from people
cross join best
