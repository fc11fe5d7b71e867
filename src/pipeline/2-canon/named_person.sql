-- One row per person record that a decision by hand means. Key: key_by, key_value, key_within, record_no.
-- A record that no file holds has no row, and what was decided about it waits for one. An address that several people read tells
-- whom it means together with the name; a name counts only for records with neither id nor address.
with named as (
    select one_by as key_by, one_value as key_value, one_within as key_within
    from config.merge
    where entity = 'person'
    union
    select other_by, other_value, other_within
    from config.merge
    where entity = 'person'
    union
    select person_by, person_value, person_within
    from config.member_action
)
select named.key_by, named.key_value, named.key_within, person_record.record_no
from named
join canon.person_record as person_record
    on person_record.source_system = named.key_within
    and person_record.record_key = case
        when length(named.key_value) = 18 and starts_with(named.key_value, '00') then left(named.key_value, 15)
        else named.key_value
    end
where named.key_by = 'id'
union all
select named.key_by, named.key_value, named.key_within, person_record.record_no
from named
join canon.person_record as person_record
    on person_record.email_key = lower(named.key_value) || coalesce(' ' || lower(strip_accents(named.key_within)), '')
where named.key_by = 'email'
union all
select named.key_by, named.key_value, named.key_within, cast(person_file.start + records.source_row as integer)
from named
join ingest.person as records
    on coalesce(records.full_name, concat_ws(' ', records.first_name, records.last_name)) = named.key_value
    and records.company_name is not distinct from named.key_within
join canon.person_file as person_file using (file_no)
where named.key_by = 'name' and records.person_id is null and not coalesce(contains(records.email, '@'), false)
