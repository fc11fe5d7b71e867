-- A view, one row per buying group. Key: group_no.
-- A group none of whose members did anything that scores has 0, and is written down nowhere else.
select
    groups.group_no,
    coalesce(earned.weighted_sum, 0) as weighted_sum,
    coalesce(earned.engagement, 0) as engagement,
    coalesce(earned.engaged_members, 0) as engaged_members,
    coalesce(earned.activities, 0) as activities,
    earned.last_activity_at,
from role.buying_group as groups
left join score.group_earned as earned using (group_no)
