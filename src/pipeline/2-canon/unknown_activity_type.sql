-- One row per activity type that no alias names. Key: activity_type.
-- Such activities are kept as "Other"; an alias for the type would make them count.
select source_type as activity_type, cast(sum(activities) as integer) as activities
from canon.activity_type
where not is_known
group by source_type
