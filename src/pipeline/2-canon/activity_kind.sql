-- One row per kind of activity as its source writes it. Key: kind_no; also source_type, source_status.
-- What a kind means is in canon.activity_type: apart from here, so that a new meaning touches no act.
select
    cast(row_number() over (order by activity_type, status) as smallint) as kind_no,
    activity_type as source_type,
    status as source_status,
    cast(count(*) as integer) as activities,
from ingest.activity
group by activity_type, status
