-- One row per activity type inside the window. Key: type_no.
-- Only a number for each name, so that millions of acts are counted by integers; it knows no weights.
with types as (
    select activity.activity_type
    from canon.activity as activity
    cross join score.activity_window as days
    where activity.occurred_at >= days.first_day and activity.occurred_at < days.day_after
        and activity.activity_type is not null
    group by activity.activity_type
)
select
    cast(row_number() over (order by activity_type) as integer) as type_no,
    activity_type,
from types
