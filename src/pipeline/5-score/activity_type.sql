-- One row per activity type that occurs. Key: type_no.
-- Only a number for each name, so that millions of acts are counted by integers; it knows no weights.
select
    cast(row_number() over (order by activity_type) as integer) as type_no,
    activity_type,
from canon.activity
where activity_type is not null
group by activity_type
