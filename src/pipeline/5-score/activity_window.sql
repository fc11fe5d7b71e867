-- One row: the days whose acts count for engagement. Key: none.
-- The window ends with the as-of day and leaves out the day it counts back to, so 30 days are 30 days (domain.md §1.5); null without a clock.
select
    clock.as_of_date - model.window_days + 1 as first_day,
    clock.as_of_date as last_day,
    clock.as_of_date + 1 as day_after,
from canon.clock as clock
cross join config.engagement as model
