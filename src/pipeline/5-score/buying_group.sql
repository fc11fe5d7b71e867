-- One row per buying group, the most urgent first. Key: group_no.
-- The stage is the last one whose condition holds, so a won deal counts even when nobody is engaged: the columns is_… say what does hold.
with facts as (
    select
        groups.group_no,
        groups.account_no,
        groups.interest_no,
        groups.template_no,
        groups.group_name,
        completeness.completeness,
        cast(floor(completeness.completeness + 0.5) as integer) as completeness_percent,
        engagement.engagement,
        cast(floor(engagement.engagement + 0.5) as integer) as engagement_percent,
        coalesce(completeness.members, 0) as members,
        engagement.engaged_members,
        engagement.activities,
        engagement.last_activity_at,
        coalesce(completeness.seats_required, 0) as seats_required,
        coalesce(completeness.seats_filled, 0) as seats_filled,
        coalesce(completeness.seats_empty, 0) as seats_empty,
        coalesce(completeness.missing_seats, 0) as missing_seats,
        coalesce(completeness.empty_seats, 0) as empty_seats,
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
        coalesce(completeness.completeness >= threshold.complete, completeness.members > 0, false) as is_full_enough,
    from role.buying_group as groups
    join score.group_engagement as engagement using (group_no)
    left join score.group_completeness as completeness using (group_no)
    left join score.group_deal as deals using (group_no)
    cross join config.threshold as threshold
),
judged as (
    select
        *,
        open_opportunities + won_opportunities > 0 as has_pipeline,
        won_opportunities > 0 as is_won,
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
),
urgency as (
    select *
    from (values
        (1, 'Hand to sales'),
        (2, 'Support the deal'),
        (3, 'Close the gap'),
        (4, 'Warm up'),
        (5, 'Build the group'),
        (6, 'Watch'),
        (7, 'Won')
    ) as steps (next_step_no, next_step)
),
-- What is missing repeats: few patterns for many groups, so the words are made once a pattern.
gaps as (
    select
        patterns.template_no,
        patterns.missing_seats,
        patterns.empty_seats,
        list(seats.role order by seats.position) as missing_roles,
        list(seats.role order by seats.weight desc, seats.position)
            filter (where (patterns.empty_seats >> seats.position) & 1 = 1) as empty_roles,
        arg_min(seats.role, seats.position) as short_role,
    from (select distinct template_no, missing_seats, empty_seats from facts) as patterns
    join config.seat as seats using (template_no)
    where (patterns.missing_seats >> seats.position) & 1 = 1
    group by patterns.template_no, patterns.missing_seats, patterns.empty_seats
),
gap_words as (
    select
        *,
        array_to_string(list_slice(empty_roles, 1, len(empty_roles) - 1), ', ')
            || case when len(empty_roles) > 1 then ' or ' else '' end || empty_roles[-1] as nobody_as,
        case when len(empty_roles) > 1 then 'find them' else 'find one' end as find,
    from gaps
),
percents as (
    select bands.measure, whole.percent, bands.band
    from (select cast(range as integer) as percent from range(0, 101)) as whole
    join config.band as bands on whole.percent between bands.low and bands.high
)
select
    judged.group_no,
    judged.account_no,
    judged.interest_no,
    judged.group_name,
    accounts.account_name,
    interests.solution_interest,
    accounts.industry,
    accounts.country,
    accounts.region,
    accounts.owner,
    stages.stage_no,
    judged.stage,
    judged.completeness,
    completeness_bands.band as completeness_band,
    judged.engagement,
    engagement_bands.band as engagement_band,
    judged.members,
    judged.engaged_members,
    judged.activities,
    judged.seats_required,
    judged.seats_filled,
    judged.seats_empty,
    coalesce(gap_words.missing_roles, []) as missing_roles,
    judged.open_opportunities,
    judged.open_pipeline,
    judged.won_opportunities,
    judged.won_amount,
    judged.currency,
    judged.other_currency_opportunities,
    judged.last_activity_at,
    judged.is_active,
    judged.is_engaged,
    judged.is_complete,
    judged.has_pipeline,
    judged.is_won,
    judged.next_step,
    urgency.next_step_no,
    case judged.next_step
        when 'Hand to sales' then
            coalesce(judged.completeness_percent || ' % complete and engaged', 'Engaged') || ', no open deal: hand it to sales'
        when 'Support the deal' then 'Open deal, but no ' || gap_words.nobody_as || ' yet: ' || gap_words.find
        when 'Close the gap' then coalesce(
            'Engaged, but no ' || gap_words.nobody_as || ' yet: ' || gap_words.find,
            'Engaged, but too few people as ' || gap_words.short_role || ': find more',
            'Engaged, but nobody has a seat yet')
        when 'Warm up' then
            coalesce(judged.completeness_percent || ' % complete', 'People are known') || ', but engagement is '
            || judged.engagement_percent || ' of 100: warm it up'
        when 'Build the group' then
            case when judged.members = 0 then 'Nobody has a seat yet'
                else judged.completeness_percent || ' % complete, engagement ' || judged.engagement_percent || ' of 100' end
            || coalesce(': look first for ' || coalesce(gap_words.empty_roles[1], gap_words.short_role), '')
        when 'Watch' then 'Open deal, and nobody required is missing: watch it'
        else 'Won, and no deal is open'
    end as reason,
from judged
join config.interest as interests on interests.interest_no = judged.interest_no
join canon.account as accounts on accounts.account_no = judged.account_no
join urgency on urgency.next_step = judged.next_step
left join config.group_stage as stages on stages.stage = judged.stage
left join gap_words
    on gap_words.template_no = judged.template_no
    and gap_words.missing_seats = judged.missing_seats
    and gap_words.empty_seats = judged.empty_seats
left join percents as completeness_bands
    on completeness_bands.measure = 'completeness' and completeness_bands.percent = judged.completeness_percent
left join percents as engagement_bands
    on engagement_bands.measure = 'engagement' and engagement_bands.percent = judged.engagement_percent
order by urgency.next_step_no, judged.engagement desc, judged.group_no
