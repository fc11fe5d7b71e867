-- One row per buying group. Key: group_no.
-- The mean of 100 * min(1, people / required) over the seats flagged required (domain.md §1.4); when none is, null, not 0 or 100.
-- Bit n of missing_seats is set when the required seat at position n lacks people, of empty_seats when it has nobody, of used_seats when any seat there has somebody.
with needs as (
    select
        seat_no,
        template_no,
        case when is_required then people_required else 0 end as people,
        case when is_required then 1::bigint << position else 0 end as bits,
        case when is_required then 1 else 0 end as seats,
        1::bigint << position as place,
    from config.seat_need
),
asked as (
    select
        template_no,
        nullif(cast(sum(seats) as integer), 0) as seats,
        cast(sum(people) as integer) as people,
        bit_or(bits) as bits,
    from needs
    group by template_no
),
-- What a seat with so many people is worth: worked out once for each number of people, not for each group.
worth as (
    select
        held.seat_no,
        held.people,
        least(held.people, needs.people) as counted,
        case when needs.seats = 1 then least(1.0::double, held.people / needs.people) else 0 end as share,
        case when held.people >= needs.people then needs.bits else 0 end as full_bits,
        needs.bits,
        needs.place,
    from (select distinct seat_no, people from score.seated) as held
    join needs using (seat_no)
),
held as (
    select
        seated.group_no,
        sum(seated.people) as members,
        sum(worth.counted) as people,
        sum(worth.share) as share,
        bit_or(worth.full_bits) as full_bits,
        bit_or(worth.bits) as bits,
        bit_or(worth.place) as used_seats,
    from score.seated as seated
    join worth on worth.seat_no = seated.seat_no and worth.people = seated.people
    group by seated.group_no
),
scored as (
    select
        groups.group_no,
        groups.account_no,
        groups.interest_no,
        groups.template_no,
        100 * coalesce(held.share, 0) / asked.seats as completeness_mean,
        100 * cast(bit_count(coalesce(held.full_bits, 0)) as double) / asked.seats as completeness_binary,
        cast(coalesce(held.members, 0) as integer) as members,
        coalesce(asked.seats, 0) as seats_required,
        cast(bit_count(coalesce(held.full_bits, 0)) as integer) as seats_filled,
        cast(coalesce(asked.people, 0) - coalesce(held.people, 0) as integer) as people_missing,
        coalesce(asked.bits, 0) - coalesce(held.full_bits, 0) as missing_seats,
        coalesce(asked.bits, 0) - coalesce(held.bits, 0) as empty_seats,
        coalesce(held.used_seats, 0) as used_seats,
    from role.buying_group as groups
    left join asked using (template_no)
    left join held using (group_no)
)
select
    scored.group_no,
    scored.account_no,
    scored.interest_no,
    scored.template_no,
    case when model.variant = 'binary' then scored.completeness_binary else scored.completeness_mean end as completeness,
    scored.completeness_mean,
    scored.completeness_binary,
    scored.members,
    scored.seats_required,
    scored.seats_filled,
    cast(bit_count(scored.empty_seats) as integer) as seats_empty,
    scored.people_missing,
    scored.missing_seats,
    scored.empty_seats,
    scored.used_seats,
from scored
cross join config.completeness as model
