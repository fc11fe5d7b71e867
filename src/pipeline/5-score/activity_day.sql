-- One row per person, activity type and UTC day inside the window. Key: person_no, type_no, day.
-- person_no is null for acts of nobody known. Counted before any weight, so that a change of weight reads no activity again.
with kind_type as (
    select kinds.kind_no, types.type_no
    from canon.activity_type as kinds
    join score.activity_type as types using (activity_type)
)
select
    act.person_no,
    kind_type.type_no,
    cast(act.occurred_at as date) as day,
    cast(count(*) as integer) as activities,
    max(act.occurred_at) as last_activity_at,
from canon.act as act
cross join score.activity_window as days
join kind_type using (kind_no)
where act.occurred_at >= days.first_day and act.occurred_at < days.day_after
group by act.person_no, kind_type.type_no, cast(act.occurred_at as date)
