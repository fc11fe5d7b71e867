-- One row per number for a tile. Key: metric.
-- Money is told in the main currency alone; note says which, and how many deals in others were left out.
with groups as (
    select
        count(*) as buying_groups,
        count(*) filter (where states.is_complete) as complete,
        count(*) filter (where states.is_engaged) as engaged,
        count(*) filter (where steps.next_step = 'Hand to sales') as ready,
    from score.group_state as states
    join score.next_step as steps using (next_step_no)
),
measured as (
    select
        avg(completeness) as completeness,
        avg(engagement) as engagement,
        coalesce(sum(people_missing), 0) as people_missing,
    from score.group_fact
),
activities as (
    select
        coalesce(sum(acts.activities), 0) as all_activities,
        coalesce(sum(acts.known_activities) filter (where weights.is_scored), 0) as scored,
    from score.activity_count as acts
    left join score.activity_weight as weights using (type_no)
),
money as (
    select
        coalesce(max(open_pipeline) filter (where is_main), 0) as open_pipeline,
        coalesce(max(won_amount) filter (where is_main), 0) as won_amount,
        max(currency) filter (where is_main) as currency,
        coalesce(sum(opportunities) filter (where not is_main), 0) as elsewhere,
    from score.currency
),
money_words as (
    select
        *,
        coalesce(currency, 'no currency named')
            || case when elsewhere > 0 then ', ' || elsewhere || ' opportunities in other currencies left out' else '' end as note,
    from money
),
metrics as (
    select 1 as metric_no, 'accounts' as metric, cast(accounts as double) as value, 'count' as unit, null as note from score.known
    union all
    select 2, 'people', people, 'count', null from score.known
    union all
    select 3, 'people with a persona', people_with_persona, 'count', null from score.known
    union all
    select 4, 'people in a buying group', people_in_groups, 'count', null from score.known
    union all
    select 5, 'buying groups', buying_groups, 'count', null from groups
    union all
    select 6, 'groups complete', complete, 'count', null from groups
    union all
    select 7, 'groups engaged', engaged, 'count', null from groups
    union all
    select 8, 'groups ready', ready, 'count', 'complete and engaged, no open or won deal' from groups
    union all
    select 9, 'average completeness', completeness, 'percent', null from measured
    union all
    select 10, 'average engagement', engagement, 'percent', null from measured
    union all
    select 11, 'seats open', people_missing, 'count', 'people missing from required seats' from measured
    union all
    select 12, 'activities in window', all_activities, 'count', null from activities
    union all
    select 13, 'activities not scored', all_activities - scored, 'count', 'no weight for the type, or nobody known' from activities
    union all
    select 14, 'open pipeline', open_pipeline, 'money', note from money_words
    union all
    select 15, 'won amount', won_amount, 'money', note from money_words
)
select metric_no, metric, value, unit, note
from metrics
order by metric_no
