-- One row per person and activity type inside the window. Key: person_no, type_no.
-- The daily cap is per person, type and day (domain.md §1.5) and asks for no weight, so that a change of weight reads no day again.
select
    acts.person_no,
    acts.type_no,
    cast(sum(least(acts.activities, model.daily_cap)) as integer) as counted,
    cast(sum(acts.activities) as integer) as activities,
    max(acts.last_activity_at) as last_activity_at,
from score.activity_day as acts
cross join config.engagement as model
where acts.person_no is not null
group by acts.person_no, acts.type_no
