-- A view, one row per buying group, in words. Key: group_no.
-- completeness, engagement and money are unrounded; the reason rounds. Sums of money are in the row's own currency.
select
    facts.group_no,
    facts.account_no,
    facts.interest_no,
    groups.group_name,
    accounts.account_name,
    interests.solution_interest,
    accounts.industry,
    accounts.country,
    accounts.region,
    accounts.owner,
    states.stage_no,
    stages.stage,
    facts.completeness,
    completeness_bands.band as completeness_band,
    facts.engagement,
    engagement_bands.band as engagement_band,
    facts.members,
    facts.engaged_members,
    facts.activities,
    facts.seats_required,
    facts.seats_filled,
    facts.seats_empty,
    facts.people_missing,
    coalesce(gaps.missing_roles, []) as missing_roles,
    facts.open_opportunities,
    facts.open_pipeline,
    facts.won_opportunities,
    facts.won_amount,
    base.currency,
    base.other_currency_opportunities,
    facts.last_activity_at,
    states.is_active,
    states.is_engaged,
    states.is_complete,
    states.has_pipeline,
    states.is_won,
    steps.next_step,
    states.next_step_no,
    case steps.next_step
        when 'Hand to sales' then
            coalesce(facts.completeness_percent || ' % complete and engaged', 'Engaged') || ', no open deal: hand it to sales'
        when 'Support the deal' then 'Open deal, but ' || gaps.words
        when 'Close the gap' then coalesce('Engaged, but ' || gaps.words, 'Engaged, but nobody has a seat yet')
        when 'Warm up' then
            coalesce(facts.completeness_percent || ' % complete', 'Nobody is missing') || ', but engagement is '
            || facts.engagement_percent || ' of 100: warm it up'
        when 'Build the group' then
            case
                when facts.members = 0 then 'Nobody has a seat yet'
                else facts.completeness_percent || ' % complete, engagement ' || facts.engagement_percent || ' of 100'
            end || coalesce(': look first for ' || gaps.first_role, '')
        when 'Watch' then 'Open deal, and no required seat is empty: watch it'
        else 'Won, and no deal is open'
    end as reason,
from score.group_fact as facts
join score.group_base as base on base.group_no = facts.group_no
join score.group_state as states on states.group_no = facts.group_no
join role.buying_group as groups on groups.group_no = facts.group_no
join canon.account as accounts on accounts.account_no = facts.account_no
join config.interest as interests on interests.interest_no = facts.interest_no
join config.group_stage as stages on stages.stage_no = states.stage_no
join score.next_step as steps on steps.next_step_no = states.next_step_no
left join score.gap as gaps
    on gaps.template_no = base.template_no
    and gaps.missing_seats = base.missing_seats
    and gaps.empty_seats = base.empty_seats
left join score.percent_band as completeness_bands
    on completeness_bands.measure = 'completeness' and completeness_bands.percent = facts.completeness_percent
left join score.percent_band as engagement_bands
    on engagement_bands.measure = 'engagement' and engagement_bands.percent = facts.engagement_percent
