-- One row per buying group: where it stands and what to do, in numbers. Key: group_no.
-- The stage is the last one whose condition holds, so a won deal counts even when nobody is engaged: the columns is_… say what does hold.
-- No words in here: score.buying_group adds them to the rows that are shown.
with facts as (
    select
        groups.group_no,
        groups.account_no,
        groups.interest_no,
        groups.template_no,
        completeness.completeness,
        cast(floor(completeness.completeness + 0.5) as integer) as completeness_percent,
        engagement.engagement,
        cast(floor(engagement.engagement + 0.5) as integer) as engagement_percent,
        completeness.members,
        engagement.engaged_members,
        engagement.activities,
        engagement.last_activity_at,
        completeness.seats_required,
        completeness.seats_filled,
        completeness.seats_empty,
        completeness.people_missing,
        completeness.missing_seats,
        completeness.empty_seats,
        coalesce(deals.open_opportunities, 0) as open_opportunities,
        coalesce(deals.open_pipeline, 0) as open_pipeline,
        coalesce(deals.won_opportunities, 0) as won_opportunities,
        coalesce(deals.won_amount, 0) as won_amount,
        deals.currency,
        coalesce(deals.other_currency_opportunities, 0) as other_currency_opportunities,
        engagement.engaged_members > 0 as is_active,
        engagement.engagement >= threshold.engaged as is_engaged,
        coalesce(completeness.completeness >= threshold.complete, false) as is_complete,
        -- A template that requires nobody holds no group back, but a group of nobody is not ready for anything.
        coalesce(completeness.completeness >= threshold.complete, completeness.members > 0) as is_full_enough,
    from role.buying_group as groups
    join score.group_completeness as completeness using (group_no)
    join score.group_engagement as engagement using (group_no)
    left join score.group_deal as deals using (group_no)
    cross join config.threshold as threshold
),
judged as (
    select
        *,
        case
            when won_opportunities > 0 then 'Won'
            when open_opportunities > 0 then 'Pipeline'
            when is_engaged and is_complete then 'Complete enough'
            when is_engaged then 'Engaged'
            when is_active then 'Active'
            else 'Target'
        end as stage,
        case
            when open_opportunities > 0 and seats_empty > 0 then 'Support the deal'
            when open_opportunities > 0 then 'Watch'
            when won_opportunities > 0 then 'Won'
            when is_full_enough and is_engaged then 'Hand to sales'
            when is_engaged then 'Close the gap'
            when is_full_enough then 'Warm up'
            else 'Build the group'
        end as next_step,
    from facts
)
select
    judged.* exclude (stage, next_step, is_full_enough),
    judged.open_opportunities + judged.won_opportunities > 0 as has_pipeline,
    judged.won_opportunities > 0 as is_won,
    stages.stage_no,
    steps.next_step_no,
from judged
left join config.group_stage as stages using (stage)
left join score.next_step as steps using (next_step)
