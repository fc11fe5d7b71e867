-- One row per activity type inside the window. Key: type_no.
-- Counted once, so that no change of a weight counts the days again; acts of nobody known are in activities alone.
select
    type_no,
    cast(sum(activities) as bigint) as activities,
    cast(coalesce(sum(activities) filter (where person_no is not null), 0) as bigint) as known_activities,
from score.activity_day
group by type_no
