-- One row per person record that is linked to another: the person both are, and its rank there. Key: record_no.
-- Links are followed to any length; records without a link are not here and are persons of their own.
-- A record is superseded by a later one of the same system with the same id, as when two exports are loaded.
with recursive link as (
    select record_no, other_no
    from canon.person_link
    union all
    select other_no, record_no
    from canon.person_link
),
near as (
    select record_no, least(record_no, min(other_no)) as near_no
    from link
    group by record_no
),
-- Nearly every group is one step wide, so this is nearly always empty.
bridge as (
    select distinct near.near_no, other.near_no as other_no
    from link
    join near on near.record_no = link.record_no
    join near as other on other.record_no = link.other_no
    where near.near_no <> other.near_no
),
reach as (
    select near_no, near_no as person_no
    from bridge
    union
    select bridge.other_no, reach.person_no
    from reach
    join bridge on bridge.near_no = reach.near_no
    where reach.person_no < bridge.other_no
),
furthest as (
    select near_no, min(person_no) as person_no
    from reach
    group by near_no
)
select
    near.record_no,
    coalesce(furthest.person_no, near.near_no) as person_no,
    row_number() over (
        partition by coalesce(furthest.person_no, near.near_no)
        order by person_record.preference, person_record.updated_at desc nulls last, near.record_no desc
    ) as rank,
    person_record.record_key is not null and row_number() over (
        partition by person_record.source_system, person_record.record_key
        order by person_record.updated_at desc nulls last, near.record_no desc
    ) > 1 as is_superseded,
from near
left join furthest using (near_no)
join canon.person_record as person_record on person_record.record_no = near.record_no
