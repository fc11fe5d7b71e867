-- One row per reason to take two person records for one person. Key: record_no, other_no, reason.
-- Each record of a group is linked to the group's first only: a thousand records with one address give a thousand links. What a
-- hand declared different leaves the group (canon.person_apart); what a hand made one is linked whatever the rules say.
with same_id as (
    select source_system, record_key, min(record_no) as first_no
    from canon.person_record
    where record_key is not null
    group by source_system, record_key
    having count(*) > 1
),
same_email as (
    select email_key, min(record_no) as first_no
    from canon.person_record
    where email_key is not null
    group by email_key
    having count(*) > 1
),
outside as (
    select external_key, record_no, source_system
    from canon.person_record
    where external_key is not null
),
pointed_at as (
    select person_record.record_key, min(person_record.record_no) as first_no
    from canon.person_record as person_record
    where person_record.record_key in (select external_key from outside)
    group by person_record.record_key
    having count(distinct person_record.source_system) = 1
)
select person_record.record_no, same_id.first_no as other_no, 'same id' as reason, person_record.record_key as evidence
from canon.person_record as person_record
join same_id
    on same_id.record_key = person_record.record_key and same_id.source_system = person_record.source_system
where person_record.record_no <> same_id.first_no
union all
select outside.record_no, pointed_at.first_no, 'id in the other system', outside.external_key
from outside
join pointed_at on pointed_at.record_key = outside.external_key
where outside.record_no <> pointed_at.first_no
    and outside.record_no not in (select record_no from canon.person_apart where reason = 'id in the other system')
union all
select person_record.record_no, same_email.first_no, 'same email', person_record.email_key
from canon.person_record as person_record
join same_email using (email_key)
where person_record.record_no <> same_email.first_no
    and person_record.record_no not in (select record_no from canon.person_apart where reason = 'same email')
union all
select record_no, other_no, 'by hand', strftime(made_at, '%Y-%m-%d %H:%M')
from canon.person_joined
