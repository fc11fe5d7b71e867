-- One row per activity type inside the window. Key: type_no.
-- Only a number for each name, so that millions of acts are counted by integers; it knows no weights.
with kinds as (
    select distinct act.kind_no
    from canon.act as act
    cross join score.activity_window as days
    where act.occurred_at >= days.first_day and act.occurred_at < days.day_after
),
types as (
    select distinct activity_type
    from canon.activity_type
    join kinds using (kind_no)
    where activity_type is not null
)
select
    cast(row_number() over (order by activity_type) as integer) as type_no,
    activity_type,
from types
