-- One row per buying group and stage it has entered by a recorded move. Key: group_no, move_no.
-- The last stay is still open: it has no end, and its days run to the as-of moment. Stages told from facts have no dates.
with stays as (
    select
        group_no,
        move_no,
        stage_no,
        changed_at as entered_at,
        lead(changed_at) over (partition by group_no order by move_no) as left_at,
    from score.stage_replay
    where is_applied
)
select
    stays.*,
    date_diff('day', stays.entered_at, coalesce(stays.left_at, clock.as_of)) as days,
from stays
cross join canon.clock as clock
