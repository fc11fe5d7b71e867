-- A gate: one row per person record that a hand took out of those which a rule links. Key: record_no, reason.
-- Of two declared different that share an address, the later leaves; an id of the other system no longer counts. What links the
-- two through a third record (one's id, the other's address) or by hand still does: to part such a chain, part each of its links.
with side as (
    select merge.merge_no, 1 as side, named_person.record_no
    from config.merge as merge
    join canon.named_person as named_person
        on named_person.key_by = merge.one_by
        and named_person.key_value = merge.one_value
        and named_person.key_within is not distinct from merge.one_within
    where merge.entity = 'person' and merge.verdict = 'different'
    union all
    select merge.merge_no, 2, named_person.record_no
    from config.merge as merge
    join canon.named_person as named_person
        on named_person.key_by = merge.other_by
        and named_person.key_value = merge.other_value
        and named_person.key_within is not distinct from merge.other_within
    where merge.entity = 'person' and merge.verdict = 'different'
),
record as (
    select side.*, person_record.email_key, person_record.record_key, person_record.external_key
    from side
    join canon.person_record as person_record using (record_no)
),
place as (
    select merge_no, side, record_no, 'same email' as reason, email_key as shared, record_no as position
    from record
    union all
    -- The record that is pointed at comes before all that point at it.
    select merge_no, side, record_no, 'id in the other system', record_key, 0
    from record
    union all
    select merge_no, side, record_no, 'id in the other system', external_key, record_no
    from record
),
first_place as (
    select merge_no, side, reason, shared, min(position) as position
    from place
    where shared is not null
    group by merge_no, side, reason, shared
)
select distinct place.record_no, place.reason
from place
join first_place as mine using (merge_no, side, reason, shared)
join first_place as theirs using (merge_no, reason, shared)
where theirs.side <> mine.side and theirs.position < mine.position
