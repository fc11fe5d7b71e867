-- One row per record of an account-person relation table: whom it joins, and what became of it. Key: file_no, source_row.
-- A score above 1 is a percentage. The same pair twice is one; without an account or a person that is known, a record is an orphan.
with joined as (
    select
        records.file_no,
        records.source_row,
        records.account_id,
        records.person_id,
        account_key.account_no,
        person_key.person_no,
        records.is_direct,
        records.roles,
        case when records.match_score > 1 then least(1, records.match_score / 100) else greatest(0, records.match_score) end as match_score,
    from ingest.account_person as records
    left join canon.account_key as account_key
        on account_key.account_key = case
            when length(records.account_id) = 18 and starts_with(records.account_id, '00') then left(records.account_id, 15)
            else records.account_id
        end
    left join canon.person_key as person_key
        on person_key.person_key = case
            when length(records.person_id) = 18 and starts_with(records.person_id, '00') then left(records.person_id, 15)
            else records.person_id
        end
)
select
    *,
    case
        when account_no is null or person_no is null then 'orphaned'
        when row_number() over (partition by account_no, person_no order by file_no, source_row) = 1 then 'kept'
        else 'merged'
    end as fate,
from joined
