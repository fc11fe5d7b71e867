-- One row per measure, solution interest and band, groups or not. Key: measure, interest_no, band_no.
-- Groups without a completeness have a row whose band is null, so that the bands of an interest always add up to its groups.
with banded as (
    select 'completeness' as measure, interest_no, completeness_percent as percent, count(*) as groups
    from score.group_fact
    group by interest_no, completeness_percent
    union all
    select 'engagement' as measure, interest_no, engagement_percent as percent, count(*) as groups
    from score.group_fact
    group by interest_no, engagement_percent
),
counted as (
    select banded.measure, banded.interest_no, bands.band_no, sum(banded.groups) as groups
    from banded
    left join score.percent_band as bands using (measure, percent)
    group by banded.measure, banded.interest_no, bands.band_no
),
places as (
    select bands.measure, interests.interest_no, bands.band_no, bands.band
    from config.band as bands
    cross join config.interest as interests
    union all
    select measure, interest_no, null as band_no, null as band
    from counted
    where band_no is null
)
select
    places.measure,
    places.interest_no,
    interests.solution_interest,
    places.band_no,
    places.band,
    cast(coalesce(counted.groups, 0) as integer) as groups,
from places
join config.interest as interests on interests.interest_no = places.interest_no
left join counted
    on counted.measure = places.measure
    and counted.interest_no = places.interest_no
    and counted.band_no is not distinct from places.band_no
order by places.measure, places.interest_no, places.band_no
