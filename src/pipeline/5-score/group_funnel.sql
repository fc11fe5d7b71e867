-- One row per solution interest, and one for 'All', and stage of a buying group. Key: interest_no (null for All), stage_no.
-- groups stand at this stage or a later one, so it never rises; groups_met meet this stage's own condition, which a won group need not.
with counted as (
    select
        interest_no,
        stage_no,
        count(*) as groups,
        count(*) filter (where is_active) as active,
        count(*) filter (where is_engaged) as engaged,
        count(*) filter (where is_engaged and is_complete) as complete,
        count(*) filter (where has_pipeline) as pipeline,
        count(*) filter (where is_won) as won,
    from score.group_state
    group by interest_no, stage_no
),
scopes as (
    select interest_no, solution_interest, interest_no as counted_no
    from config.interest
    union all
    select null as interest_no, 'All' as solution_interest, interest_no as counted_no
    from config.interest
),
reached as (
    select
        scopes.interest_no,
        scopes.solution_interest,
        stages.stage_no,
        stages.stage,
        cast(coalesce(sum(counted.groups) filter (where counted.stage_no >= stages.stage_no), 0) as integer) as groups,
        cast(coalesce(sum(case stages.stage
            when 'Target' then counted.groups
            when 'Active' then counted.active
            when 'Engaged' then counted.engaged
            when 'Complete enough' then counted.complete
            when 'Pipeline' then counted.pipeline
            when 'Won' then counted.won
        end), 0) as integer) as groups_met,
    from scopes
    cross join config.group_stage as stages
    left join counted on counted.interest_no = scopes.counted_no
    group by scopes.interest_no, scopes.solution_interest, stages.stage_no, stages.stage
)
select
    interest_no,
    solution_interest,
    stage_no,
    stage,
    groups,
    groups_met,
    100.0 * lead(groups) over (partition by interest_no order by stage_no) / nullif(groups, 0) as conversion,
from reached
order by interest_no nulls first, stage_no
