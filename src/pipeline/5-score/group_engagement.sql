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
    from role.member as members
    join score.person_engagement as scores using (person_no)
    join config.seat as seats using (seat_no)
    group by members.group_no
),
in_use as (
    select seated.group_no, sum(seats.weight) as weight
    from score.seated as seated
    join config.seat as seats using (seat_no)
    group by seated.group_no
),
sums as (
    select
        groups.group_no,
        coalesce(earned.score / nullif(in_use.weight, 0), 0) as weighted_sum,
        coalesce(earned.engaged_members, 0) as engaged_members,
        coalesce(earned.activities, 0) as activities,
        earned.last_activity_at,
    from role.buying_group as groups
    left join earned using (group_no)
    left join in_use using (group_no)
),
best as (
    select max(weighted_sum) as weighted_sum
    from sums
)
select
    sums.group_no,
    sums.weighted_sum,
    coalesce(100 * sqrt(sums.weighted_sum / nullif(best.weighted_sum, 0)), 0) as engagement,
    sums.engaged_members,
    sums.activities,
    sums.last_activity_at,
from sums
cross join best
