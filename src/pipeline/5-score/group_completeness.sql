-- One row per buying group. Key: group_no.
-- The mean of 100 * min(1, people / required) over the seats flagged required (domain.md §1.4); when none is, null, not 0 or 100.
-- Bit n of missing_seats is set when the required seat at position n lacks people, of empty_seats when it has nobody.
with asked as (
    select
        template_no,
        cast(count(*) as integer) as seats,
        cast(sum(people_required) as integer) as people,
        cast(sum(1::bigint << position) as bigint) as bits,
    from config.seat
    where is_required
    group by template_no
),
held as (
    select
        seated.group_no,
        sum(seated.people) as members,
        sum(least(seated.people, seats.people_required)) filter (where seats.is_required) as people,
        sum(least(seated.people, seats.people_required) / seats.people_required) filter (where seats.is_required) as share,
        count(*) filter (where seats.is_required and seated.people >= seats.people_required) as full_seats,
        count(*) filter (where seats.is_required) as held_seats,
        sum(1::bigint << seats.position) filter (where seats.is_required and seated.people >= seats.people_required) as full_bits,
        sum(1::bigint << seats.position) filter (where seats.is_required) as held_bits,
    from score.seated as seated
    join config.seat as seats using (seat_no)
    group by seated.group_no
),
scored as (
    select
        groups.group_no,
        groups.template_no,
        100.0 * coalesce(held.share, 0) / asked.seats as completeness_mean,
        100.0 * coalesce(held.full_seats, 0) / asked.seats as completeness_binary,
        cast(coalesce(held.members, 0) as integer) as members,
        coalesce(asked.seats, 0) as seats_required,
        cast(coalesce(held.full_seats, 0) as integer) as seats_filled,
        cast(coalesce(asked.seats, 0) - coalesce(held.held_seats, 0) as integer) as seats_empty,
        cast(coalesce(asked.people, 0) - coalesce(held.people, 0) as integer) as people_missing,
        cast(coalesce(asked.bits, 0) - coalesce(held.full_bits, 0) as bigint) as missing_seats,
        cast(coalesce(asked.bits, 0) - coalesce(held.held_bits, 0) as bigint) as empty_seats,
    from role.buying_group as groups
    left join asked using (template_no)
    left join held using (group_no)
)
select
    scored.group_no,
    scored.template_no,
    case when model.variant = 'binary' then scored.completeness_binary else scored.completeness_mean end as completeness,
    scored.completeness_mean,
    scored.completeness_binary,
    scored.members,
    scored.seats_required,
    scored.seats_filled,
    scored.seats_empty,
    scored.people_missing,
    scored.missing_seats,
    scored.empty_seats,
from scored
cross join config.completeness as model
