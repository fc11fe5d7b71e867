-- One row per buying group and stage it has entered by a recorded move. Key: group_no, move_no.
-- The last stay is still open: it has no end, and its days run to the as-of moment. Stages told from facts have no dates.
select
    replay.group_no,
    replay.move_no,
    replay.stage_no,
    replay.changed_at as entered_at,
    lead(replay.changed_at) over (partition by replay.group_no order by replay.move_no) as left_at,
    date_diff(
        'day',
        replay.changed_at,
        coalesce(lead(replay.changed_at) over (partition by replay.group_no order by replay.move_no), clock.as_of)
    ) as days,
from score.stage_replay as replay
cross join canon.clock as clock
where replay.is_applied
