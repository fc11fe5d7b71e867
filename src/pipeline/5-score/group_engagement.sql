-- One row per buying group. Key: group_no.
-- Each member brings the full weight of the seat, a share of the weights of all seats in use; members are summed, not averaged (domain.md §1.5).
with seats as (
    select
        members.group_no,
        members.seat_no,
        sum(scores.score) as score,
        count(scores.person_no) as engaged_members,
        sum(scores.activities) as activities,
        max(scores.last_activity_at) as last_activity_at,
    from role.member as members
    left join score.person_engagement as scores using (person_no)
    group by members.group_no, members.seat_no
),
sums as (
    select
        seats.group_no,
        sum(seats.score * rules.weight) / nullif(sum(rules.weight), 0) as weighted_sum,
        sum(seats.engaged_members) as engaged_members,
        sum(seats.activities) as activities,
        max(seats.last_activity_at) as last_activity_at,
    from seats
    join config.seat as rules using (seat_no)
    group by seats.group_no
),
best as (
    select max(sqrt(weighted_sum)) as root
    from sums
)
select
    groups.group_no,
    coalesce(sums.weighted_sum, 0) as weighted_sum,
    coalesce(100 * sqrt(sums.weighted_sum) / nullif(best.root, 0), 0) as engagement,
    cast(coalesce(sums.engaged_members, 0) as integer) as engaged_members,
    cast(coalesce(sums.activities, 0) as integer) as activities,
    sums.last_activity_at,
from role.buying_group as groups
left join sums using (group_no)
cross join best
