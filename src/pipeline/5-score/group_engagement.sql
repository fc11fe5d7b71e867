-- One row per buying group. Key: group_no.
-- Each member brings the full weight of the seat, as a share of the weights of the seats in use: members of a seat are summed, not
-- averaged, so size counts. The root is scaled to the best group of all that is loaded (domain.md §1.5).
with earned as (
    select
        members.group_no,
        sum(scores.score * seats.weight) as score,
        cast(count(*) as integer) as engaged_members,
        cast(sum(scores.activities) as integer) as activities,
        max(scores.last_activity_at) as last_activity_at,
    from score.active_member as members
    join score.person_engagement as scores using (person_no)
    join config.seat as seats using (seat_no)
    group by members.group_no
),
sums as (
    select
        earned.group_no,
        coalesce(earned.score / nullif(weights.weight, 0), 0) as weighted_sum,
        earned.engaged_members,
        earned.activities,
        earned.last_activity_at,
    from earned
    join score.group_weight as weights using (group_no)
),
best as (
    select max(weighted_sum) as weighted_sum
    from sums
)
select
    groups.group_no,
    coalesce(sums.weighted_sum, 0) as weighted_sum,
    coalesce(100 * sqrt(sums.weighted_sum / nullif(best.weighted_sum, 0)), 0) as engagement,
    coalesce(sums.engaged_members, 0) as engaged_members,
    coalesce(sums.activities, 0) as activities,
    sums.last_activity_at,
from role.buying_group as groups
left join sums using (group_no)
cross join best
