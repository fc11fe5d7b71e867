-- One row per buying group that a recorded move has brought to a stage: the last one. Key: group_no.
-- A first move that names its entry stage but is not allowed brings the group nowhere.
select
    group_no,
    arg_max(stage_no, move_no) as stage_no,
from score.stage_replay
where is_applied
group by group_no
