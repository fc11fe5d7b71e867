-- One row per buying group: everything that rules and bands ask of it, before any threshold. Key: group_no.
-- Percents are the scores rounded half up, which bands and sentences use; rules compare the scores themselves.
select
    base.group_no,
    base.account_no,
    base.interest_no,
    base.completeness,
    base.completeness_percent,
    coalesce(earned.engagement, 0) as engagement,
    cast(floor(coalesce(earned.engagement, 0) + 0.5) as integer) as engagement_percent,
    base.members,
    coalesce(earned.engaged_members, 0) as engaged_members,
    coalesce(earned.activities, 0) as activities,
    earned.last_activity_at,
    base.seats_required,
    base.seats_filled,
    base.seats_empty,
    base.people_missing,
    base.open_opportunities,
    base.open_pipeline,
    base.won_opportunities,
    base.won_amount,
from score.group_base as base
left join score.group_earned as earned using (group_no)
