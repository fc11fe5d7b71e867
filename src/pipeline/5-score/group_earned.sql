-- One row per buying group with an engaged member. Key: group_no.
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
weights as (
    select sets.template_no, sets.used_seats, sum(seats.weight) as weight
    from score.seat_set as sets
    join config.seat as seats using (template_no)
    where (sets.used_seats >> seats.position) & 1 = 1
    group by sets.template_no, sets.used_seats
),
sums as (
    select
        earned.group_no,
        coalesce(earned.score / nullif(weights.weight, 0), 0) as weighted_sum,
        earned.engaged_members,
        earned.activities,
        earned.last_activity_at,
    from earned
    join score.group_completeness as groups using (group_no)
    join weights using (template_no, used_seats)
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
