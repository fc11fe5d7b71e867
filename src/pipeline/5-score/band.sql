-- One row per measure, solution interest and band, groups or not. Key: measure, interest_no, band_no.
-- Band 0, 'Not measured', is there only when a group has no completeness; with it the bands of an interest add up to its groups.
with banded as (
    select 'completeness' as measure, interest_no, completeness_band as band, count(*) as groups
    from score.buying_group
    group by interest_no, completeness_band
    union all
    select 'engagement' as measure, interest_no, engagement_band as band, count(*) as groups
    from score.buying_group
    group by interest_no, engagement_band
),
places as (
    select bands.measure, interests.interest_no, interests.solution_interest, bands.band_no, bands.band
    from config.band as bands
    cross join config.interest as interests
)
select
    places.measure,
    places.interest_no,
    places.solution_interest,
    places.band_no,
    places.band,
    cast(coalesce(banded.groups, 0) as integer) as groups,
from places
left join banded using (measure, interest_no, band)
union all
select
    banded.measure,
    banded.interest_no,
    interests.solution_interest,
    0 as band_no,
    'Not measured' as band,
    cast(banded.groups as integer) as groups,
from banded
join config.interest as interests using (interest_no)
where banded.band is null
order by measure, interest_no, band_no
