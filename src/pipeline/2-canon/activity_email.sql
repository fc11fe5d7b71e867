-- One row per email address that acts name a person by and no other record does. Key: person_key.
-- As written, for not every id with an @ is an address. Apart from canon.person_key, so that a new file of acts leaves people
-- and their seats as they were.
with named as (
    select distinct person_id as written, lower(person_id) as email
    from ingest.activity
    where contains(person_id, '@')
)
select
    named.written as person_key,
    arg_min(coalesce(person_match.person_no, person_record.record_no), person_record.preference) as person_no,
from named
join canon.person_record as person_record on person_record.email_key = named.email
left join canon.person_match as person_match using (record_no)
where named.written not in (select person_key from canon.person_key)
group by named.written
