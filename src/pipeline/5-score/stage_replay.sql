-- One row per recorded move of a known group: where the group stood, and where it stands after. Key: group_no, move_no.
-- A first move may name the entry stage it leaves instead of entering one. What is not allowed changes nothing, nor does the stage where it stands.
with recursive moves as (
    select
        moved.group_no,
        moved.move_no,
        moved.to_no,
        moved.changed_at,
        case when moved.move_no = 1 and from_stages.kind = 'entry' then moved.from_no end as begun_no,
        coalesce(to_stages.kind = 'entry', false) as is_entry,
    from score.stage_move as moved
    left join config.group_stage as from_stages on from_stages.stage_no = moved.from_no
    left join config.group_stage as to_stages on to_stages.stage_no = moved.to_no
    where moved.group_no is not null
),
replay as (
    select
        moves.group_no,
        0 as move_no,
        moves.begun_no as stood_no,
        moves.begun_no as stage_no,
        false as is_applied,
        moves.changed_at,
    from moves
    where moves.move_no = 1
    union all
    select
        moves.group_no,
        moves.move_no,
        replay.stage_no as stood_no,
        case when judged.is_applied then moves.to_no else replay.stage_no end as stage_no,
        judged.is_applied,
        moves.changed_at,
    from replay
    join moves on moves.group_no = replay.group_no and moves.move_no = replay.move_no + 1
    left join config.stage_transition as allowed on allowed.from_no = replay.stage_no and allowed.to_no = moves.to_no
    cross join lateral (
        select
            moves.changed_at is not null
            and case when replay.stage_no is null then moves.is_entry else allowed.to_no is not null end as is_applied
    ) as judged
)
select group_no, move_no, stood_no, stage_no, is_applied, changed_at
from replay
where move_no > 0
