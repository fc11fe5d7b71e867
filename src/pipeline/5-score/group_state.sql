-- One row per buying group: where it stands and what to do next. Key: group_no.
-- A recorded move wins over the facts, since somebody decided it: ruled_stage_no and the columns is_… say what holds all the same, and next_step asks them.
with steps as (
    select
        max(next_step_no) filter (where next_step = 'Hand to sales') as hand_over,
        max(next_step_no) filter (where next_step = 'Support the deal') as support,
        max(next_step_no) filter (where next_step = 'Close the gap') as close_gap,
        max(next_step_no) filter (where next_step = 'Warm up') as warm_up,
        max(next_step_no) filter (where next_step = 'Build the group') as build,
        max(next_step_no) filter (where next_step = 'Watch') as watch,
        max(next_step_no) filter (where next_step = 'Won') as won,
    from score.next_step
)
select
    judged.group_no,
    judged.interest_no,
    judged.is_active,
    judged.is_engaged,
    judged.is_complete,
    judged.has_pipeline,
    judged.is_won,
    coalesce(recorded.stage_no, judged.stage_no) as stage_no,
    judged.stage_no as ruled_stage_no,
    recorded.stage_no is not null as is_recorded,
    case
        when judged.is_open and judged.has_empty_seat then steps.support
        when judged.is_open then steps.watch
        when judged.is_won then steps.won
        when judged.is_full_enough and judged.is_engaged then steps.hand_over
        when judged.is_engaged then steps.close_gap
        when judged.is_full_enough then steps.warm_up
        else steps.build
    end as next_step_no,
from score.ruled_stage as judged
left join score.recorded_stage as recorded on recorded.group_no = judged.group_no
cross join steps
