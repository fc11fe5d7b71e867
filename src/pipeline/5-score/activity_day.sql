-- One row per person, activity type and UTC day inside the window. Key: person_no, type_no, day.
-- person_no is null for acts of nobody known. Counted before any weight, so that a change of weight reads no activity again.
select
    activity.person_no,
    types.type_no,
    cast(activity.occurred_at as date) as day,
    cast(count(*) as integer) as activities,
    max(activity.occurred_at) as last_activity_at,
from canon.activity as activity
cross join score.activity_window as days
join score.activity_type as types on types.activity_type = activity.activity_type
where activity.occurred_at >= days.first_day and activity.occurred_at < days.day_after
group by activity.person_no, types.type_no, cast(activity.occurred_at as date)
