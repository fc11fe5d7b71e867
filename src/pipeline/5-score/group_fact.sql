-- One row per buying group: everything measured of it, before any threshold. Key: group_no.
-- Percents are the scores rounded half up, which bands and sentences use; rules compare the scores themselves.
select
    completeness.group_no,
    completeness.account_no,
    completeness.interest_no,
    completeness.template_no,
    completeness.completeness,
    cast(floor(completeness.completeness + 0.5) as integer) as completeness_percent,
    coalesce(earned.engagement, 0) as engagement,
    cast(floor(coalesce(earned.engagement, 0) + 0.5) as integer) as engagement_percent,
    completeness.members,
    coalesce(earned.engaged_members, 0) as engaged_members,
    coalesce(earned.activities, 0) as activities,
    earned.last_activity_at,
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
from score.group_completeness as completeness
left join score.group_earned as earned using (group_no)
left join score.group_deal as deals using (group_no)
