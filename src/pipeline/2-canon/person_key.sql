-- One row per id that a person is known by. Key: person_key.
-- An id that two systems use for different people means the preferred system's; canon.person_shared_key knows the others.
-- An email address is a key, as written, where some record names a person by it; those of acts are in canon.activity_email.
with numbered as (
    select
        person_record.*,
        coalesce(person_match.person_no, person_record.record_no) as person_no,
    from canon.person_record as person_record
    left join canon.person_match as person_match using (record_no)
),
named_by_email as (
    select person_id as written
    from ingest.opportunity_contact
    union
    select person_id
    from ingest.account_person
    union
    select person_id
    from ingest.membership_override
    union
    select email
    from ingest.membership_override
),
known as (
    select record_key as person_key, preference, person_no
    from numbered
    where record_key is not null
    union all
    select records.person_id, numbered.preference, numbered.person_no
    from ingest.person as records
    join canon.person_file as person_file using (file_no)
    join numbered on numbered.record_no = person_file.start + records.source_row
    where length(records.person_id) = 18 and starts_with(records.person_id, '00')
    union all
    -- After every id of a system's own.
    select external_key, preference + 1000, person_no
    from numbered
    where external_key is not null
    union all
    select named_by_email.written, numbered.preference + 2000, numbered.person_no
    from numbered
    join named_by_email on lower(named_by_email.written) = numbered.email_key
    where contains(named_by_email.written, '@')
)
select person_key, arg_min(person_no, preference) as person_no
from known
group by person_key
