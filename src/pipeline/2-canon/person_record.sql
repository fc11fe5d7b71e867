-- One row per person record of a file: the keys that tell whose it is. Key: record_no.
-- An address that several people read (info@, sales@) tells a person only together with the name.
with written as (
    select
        cast(person_file.start + records.source_row as integer) as record_no,
        records.file_no,
        records.source_row,
        records.source_system,
        records.person_id,
        -- A platform key holds the other system's id: `003…@00D….Salesforce`.
        split_part(records.external_id, '@', 1) as external_id,
        records.updated_at,
        case when contains(records.email, '@') then lower(records.email) end as email,
        coalesce(records.full_name, concat_ws(' ', records.first_name, records.last_name)) as full_name,
    from ingest.person as records
    join canon.person_file as person_file using (file_no)
)
select
    written.record_no,
    written.file_no,
    written.source_row,
    written.source_system,
    coalesce(source_preference.preference, 99) as preference,
    written.updated_at,
    case
        when length(written.person_id) = 18 and starts_with(written.person_id, '00') then left(written.person_id, 15)
        else written.person_id
    end as record_key,
    case
        when length(written.external_id) = 18 and starts_with(written.external_id, '00') then left(written.external_id, 15)
        else written.external_id
    end as external_key,
    case
        when shared_mailbox.local_part is null then written.email
        when written.full_name <> '' then written.email || ' ' || lower(strip_accents(written.full_name))
    end as email_key,
from written
left join config.source_preference as source_preference on source_preference.source_system = written.source_system
left join config.shared_mailbox as shared_mailbox
    on shared_mailbox.local_part = left(written.email, strpos(written.email, '@') - 1)
