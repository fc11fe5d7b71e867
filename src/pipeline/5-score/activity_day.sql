-- One row per person, activity type and UTC day inside the window. Key: person_no, type_no, day; person_no is null for nobody known.
-- The window ends with the as-of day and leaves out the day it counts back to: 30 days are 30 days. Later acts do not count.
with bounds as (
    select
        clock.as_of_date - model.window_days + 1 as first_day,
        clock.as_of_date + 1 as day_after,
    from canon.clock as clock
    cross join config.engagement as model
)
select
    activity.person_no,
    types.type_no,
    cast(activity.occurred_at as date) as day,
    cast(count(*) as integer) as activities,
    max(activity.occurred_at) as last_activity_at,
from canon.activity as activity
cross join bounds
join score.activity_type as types on types.activity_type = activity.activity_type
where activity.occurred_at >= bounds.first_day and activity.occurred_at < bounds.day_after
group by activity.person_no, types.type_no, cast(activity.occurred_at as date)
