-- One row: the moment that "today" means. Key: none.
-- The playbook's day when it gives one, else the last activity's; null when there is neither.
with last_activity as (
    select max(occurred_at) as occurred_at
    from canon.act
)
select
    coalesce(clock.as_of, last_activity.occurred_at) as as_of,
    cast(coalesce(clock.as_of, last_activity.occurred_at) as date) as as_of_date,
from last_activity
left join config.clock as clock on true
