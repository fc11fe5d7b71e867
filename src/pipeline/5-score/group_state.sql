-- One row per buying group: where it stands and what to do next. Key: group_no.
-- The stage is the last one whose condition holds, so a won deal counts even when nobody is engaged: the columns is_… say what does hold.
-- A template that requires nobody holds no group back, but a group of nobody is not ready for anything.
with numbers as (
    select
        max(stage_no) filter (where stage = 'Target') as target,
        max(stage_no) filter (where stage = 'Active') as active,
        max(stage_no) filter (where stage = 'Engaged') as engaged,
        max(stage_no) filter (where stage = 'Complete enough') as complete,
        max(stage_no) filter (where stage = 'Pipeline') as pipeline,
        max(stage_no) filter (where stage = 'Won') as won,
    from config.group_stage
),
steps as (
    select
        max(next_step_no) filter (where next_step = 'Hand to sales') as hand_over,
        max(next_step_no) filter (where next_step = 'Support the deal') as support,
        max(next_step_no) filter (where next_step = 'Close the gap') as close_gap,
        max(next_step_no) filter (where next_step = 'Warm up') as warm_up,
        max(next_step_no) filter (where next_step = 'Build the group') as build,
        max(next_step_no) filter (where next_step = 'Watch') as watch,
        max(next_step_no) filter (where next_step = 'Won') as won,
    from score.next_step
),
judged as (
    select
        facts.group_no,
        facts.interest_no,
        facts.engaged_members > 0 as is_active,
        facts.engagement >= threshold.engaged as is_engaged,
        coalesce(facts.completeness >= threshold.complete, false) as is_complete,
        coalesce(facts.completeness >= threshold.complete, facts.members > 0) as is_full_enough,
        facts.seats_empty > 0 as has_empty_seat,
        facts.open_opportunities > 0 as is_open,
        facts.won_opportunities > 0 as is_won,
    from score.group_fact as facts
    cross join config.threshold as threshold
)
select
    judged.group_no,
    judged.interest_no,
    judged.is_active,
    judged.is_engaged,
    judged.is_complete,
    judged.is_open or judged.is_won as has_pipeline,
    judged.is_won,
    case
        when judged.is_won then numbers.won
        when judged.is_open then numbers.pipeline
        when judged.is_engaged and judged.is_complete then numbers.complete
        when judged.is_engaged then numbers.engaged
        when judged.is_active then numbers.active
        else numbers.target
    end as stage_no,
    case
        when judged.is_open and judged.has_empty_seat then steps.support
        when judged.is_open then steps.watch
        when judged.is_won then steps.won
        when judged.is_full_enough and judged.is_engaged then steps.hand_over
        when judged.is_engaged then steps.close_gap
        when judged.is_full_enough then steps.warm_up
        else steps.build
    end as next_step_no,
from judged
cross join numbers
cross join steps
