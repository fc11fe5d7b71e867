-- One row per contact that a record names for an opportunity, and what became of it. Key: none; a deal may list one twice.
-- Contacts listed in a deal's own record have no role; a contact role table tells more and comes first.
with named as (
    select file_no, source_row, opportunity_id, person_id, role, is_primary, created_at, true as is_record
    from ingest.opportunity_contact
    union all
    select file_no, source_row, opportunity_id, trim(unnest(string_split(contact_ids, ';'))), null, null, null, false
    from ingest.opportunity
    where contact_ids is not null
),
joined as (
    select
        named.*,
        opportunity_key.opportunity_no,
        person_key.person_no,
    from named
    left join canon.opportunity_key as opportunity_key
        on opportunity_key.opportunity_key = case
            when length(named.opportunity_id) = 18 and starts_with(named.opportunity_id, '00') then left(named.opportunity_id, 15)
            else named.opportunity_id
        end
    left join canon.person_key as person_key
        on person_key.person_key = case
            when length(named.person_id) = 18 and starts_with(named.person_id, '00') then left(named.person_id, 15)
            else named.person_id
        end
)
select
    *,
    case
        when opportunity_no is null or person_no is null then 'orphaned'
        when row_number() over (
            partition by opportunity_no, person_no
            order by is_record desc, role is null, created_at, file_no, source_row
        ) = 1 then 'kept'
        else 'merged'
    end as fate,
from joined
