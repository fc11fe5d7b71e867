-- One row per solution interest, and one for 'All', and stage of a buying group that is no failure. Key: interest_no (null for All), stage_no.
-- groups stand at this stage or a later one, so it never rises; at a failure they have left the funnel. groups_met meet this stage's own condition, which a won group need not.
with counted as (
    select interest_no, stage_no, count(*) as groups
    from score.group_state
    where stage_no not in (select stage_no from config.group_stage where kind = 'failure')
    group by interest_no, stage_no
),
scopes as (
    select interest_no, solution_interest, interest_no as counted_no
    from config.interest
    union all
    select null as interest_no, 'All' as solution_interest, interest_no as counted_no
    from config.interest
),
met as (
    select scopes.interest_no, met.stage_no, sum(met.groups_met) as groups_met
    from scopes
    join score.stage_met as met on met.interest_no = scopes.counted_no
    group by scopes.interest_no, met.stage_no
),
reached as (
    select
        scopes.interest_no,
        scopes.solution_interest,
        stages.stage_no,
        stages.stage,
        cast(coalesce(sum(counted.groups) filter (where counted.stage_no >= stages.stage_no), 0) as integer) as groups,
    from scopes
    cross join config.group_stage as stages
    left join counted on counted.interest_no = scopes.counted_no
    where stages.kind <> 'failure'
    group by scopes.interest_no, scopes.solution_interest, stages.stage_no, stages.stage
)
select
    reached.interest_no,
    reached.solution_interest,
    reached.stage_no,
    reached.stage,
    reached.groups,
    cast(coalesce(met.groups_met, 0) as integer) as groups_met,
    100.0 * lead(reached.groups) over (partition by reached.interest_no order by reached.stage_no) / nullif(reached.groups, 0) as conversion,
from reached
left join met on met.interest_no is not distinct from reached.interest_no and met.stage_no = reached.stage_no
order by reached.interest_no nulls first, reached.stage_no
