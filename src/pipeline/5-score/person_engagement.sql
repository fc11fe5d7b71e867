-- One row per person with at least one scored act inside the window. Key: person_no.
-- The daily cap is per person and type; the score is the square root scaled to the best person of all that is loaded (domain.md §1.5).
with days as (
    select
        acts.person_no,
        acts.day,
        sum(least(acts.activities, model.daily_cap) * weights.normalised_weight) as raw,
        sum(acts.activities) as activities,
        max(acts.last_activity_at) as last_activity_at,
    from score.activity_day as acts
    join score.activity_weight as weights using (type_no)
    cross join config.engagement as model
    where weights.is_scored and acts.person_no is not null
    group by acts.person_no, acts.day
),
people as (
    select
        person_no,
        sum(raw) as raw,
        cast(sum(activities) as integer) as activities,
        cast(count(*) as integer) as active_days,
        max(last_activity_at) as last_activity_at,
    from days
    group by person_no
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
    people.active_days,
    people.last_activity_at,
from people
cross join best
