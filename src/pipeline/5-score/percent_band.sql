-- One row per measure and whole percent. Key: measure, percent.
-- Bands are of the rounded score, half up, so that 25.5 has one (domain.md §1.7).
select
    bands.measure,
    whole.percent,
    bands.band_no,
    bands.band,
from (select cast(range as integer) as percent from range(0, 101)) as whole
join config.band as bands on whole.percent between bands.low and bands.high
