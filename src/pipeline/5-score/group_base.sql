-- One row per buying group: what is measured of it apart from engagement. Key: group_no.
-- Put together once, so that a change of a weight copies nothing of it but numbers.
select
    completeness.group_no,
    completeness.account_no,
    completeness.interest_no,
    completeness.template_no,
    completeness.completeness,
    cast(floor(completeness.completeness + 0.5) as integer) as completeness_percent,
    completeness.members,
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
left join score.group_deal as deals using (group_no)
