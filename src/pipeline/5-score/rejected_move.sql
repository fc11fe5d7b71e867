-- One row per recorded move that was not applied, and why. Key: file_no, source_row.
-- from_stage is where the group stood, not what the file says. A stage told again where the group stands already is no move, and no fault.
select
    moved.file_no,
    moved.source_row,
    files.file_name,
    moved.group_no,
    accounts.account_name,
    moved.solution_interest,
    stages.stage as from_stage,
    moved.to_stage,
    moved.changed_at,
    case
        when moved.group_no is null then 'There is no buying group of this account and solution interest'
        when moved.to_stage is null then 'It names no stage'
        when moved.to_no is null then 'The model has no stage “' || moved.to_stage || '”'
        when moved.changed_at is null then 'It has no date'
        when replay.stood_no is null then '“' || moved.to_stage || '” is no entry stage, and the group has not entered'
        else '“' || stages.stage || '” does not move to “' || moved.to_stage || '”'
    end as reason,
from score.stage_move as moved
left join score.stage_replay as replay on replay.group_no = moved.group_no and replay.move_no = moved.move_no
left join config.group_stage as stages on stages.stage_no = replay.stood_no
left join canon.account as accounts on accounts.account_no = moved.account_no
left join ingest.file as files on files.file_no = moved.file_no
where not coalesce(replay.is_applied, false) and replay.stood_no is distinct from moved.to_no
    or moved.group_no is null
    or moved.to_no is null
    or moved.changed_at is null
