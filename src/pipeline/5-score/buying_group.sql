-- A view, one row per buying group, in words. Key: group_no.
-- completeness, engagement and money are unrounded; the reason rounds. Sums of money are in the row's own currency.
select
    states.group_no,
    states.account_no,
    states.interest_no,
    groups.group_name,
    accounts.account_name,
    interests.solution_interest,
    accounts.industry,
    accounts.country,
    accounts.region,
    accounts.owner,
    states.stage_no,
    stages.stage,
    states.completeness,
    completeness_bands.band as completeness_band,
    states.engagement,
    engagement_bands.band as engagement_band,
    states.members,
    states.engaged_members,
    states.activities,
    states.seats_required,
    states.seats_filled,
    states.seats_empty,
    states.people_missing,
    coalesce(gaps.missing_roles, []) as missing_roles,
    states.open_opportunities,
    states.open_pipeline,
    states.won_opportunities,
    states.won_amount,
    states.currency,
    states.other_currency_opportunities,
    states.last_activity_at,
    states.is_active,
    states.is_engaged,
    states.is_complete,
    states.has_pipeline,
    states.is_won,
    steps.next_step,
    states.next_step_no,
    case steps.next_step
        when 'Hand to sales' then
            coalesce(states.completeness_percent || ' % complete and engaged', 'Engaged') || ', no open deal: hand it to sales'
        when 'Support the deal' then 'Open deal, but ' || gaps.words
        when 'Close the gap' then coalesce('Engaged, but ' || gaps.words, 'Engaged, but nobody has a seat yet')
        when 'Warm up' then
            coalesce(states.completeness_percent || ' % complete', 'Nobody is missing') || ', but engagement is '
            || states.engagement_percent || ' of 100: warm it up'
        when 'Build the group' then
            case
                when states.members = 0 then 'Nobody has a seat yet'
                else states.completeness_percent || ' % complete, engagement ' || states.engagement_percent || ' of 100'
            end || coalesce(': look first for ' || gaps.first_role, '')
        when 'Watch' then 'Open deal, and no required seat is empty: watch it'
        else 'Won, and no deal is open'
    end as reason,
from score.group_state as states
join role.buying_group as groups on groups.group_no = states.group_no
join canon.account as accounts on accounts.account_no = states.account_no
join config.interest as interests on interests.interest_no = states.interest_no
join config.group_stage as stages on stages.stage_no = states.stage_no
join score.next_step as steps on steps.next_step_no = states.next_step_no
left join score.gap as gaps
    on gaps.template_no = states.template_no
    and gaps.missing_seats = states.missing_seats
    and gaps.empty_seats = states.empty_seats
left join score.percent_band as completeness_bands
    on completeness_bands.measure = 'completeness' and completeness_bands.percent = states.completeness_percent
left join score.percent_band as engagement_bands
    on engagement_bands.measure = 'engagement' and engagement_bands.percent = states.engagement_percent
