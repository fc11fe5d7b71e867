-- One row per buying group. Key: group_no.
-- Only seats flagged required count; a group whose template requires none has no completeness: null, not 0 or 100.
-- missing_seats and empty_seats have bit n set when the required seat at position n lacks people, or has nobody.
with scored as (
    select
        group_no,
        avg(completeness) filter (where is_required) as completeness_mean,
        100.0 * count(*) filter (where is_required and missing = 0)
            / nullif(count(*) filter (where is_required), 0) as completeness_binary,
        cast(count(*) filter (where is_required) as integer) as seats_required,
        cast(count(*) filter (where is_required and missing = 0) as integer) as seats_filled,
        cast(count(*) filter (where is_required and people = 0) as integer) as seats_empty,
        cast(sum(people) as integer) as members,
        cast(coalesce(sum(1::bigint << position) filter (where is_required and missing > 0), 0) as bigint) as missing_seats,
        cast(coalesce(sum(1::bigint << position) filter (where is_required and people = 0), 0) as bigint) as empty_seats,
    from score.seat
    group by group_no
)
select
    scored.group_no,
    case when model.variant = 'binary' then scored.completeness_binary else scored.completeness_mean end as completeness,
    scored.completeness_mean,
    scored.completeness_binary,
    scored.seats_required,
    scored.seats_filled,
    scored.seats_empty,
    scored.members,
    scored.missing_seats,
    scored.empty_seats,
from scored
cross join config.completeness as model
