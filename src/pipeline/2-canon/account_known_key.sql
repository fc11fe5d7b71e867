-- One row per id and system that names an account. Key: account_key, source_system.
-- Salesforce ids are known by 15 characters as well as by 18.
with known as (
    select account_record.record_key as account_key, account_record.source_system, account_record.preference, account_match.account_no
    from canon.account_record as account_record
    join canon.account_match as account_match using (record_no)
    union all
    select records.account_id, account_record.source_system, account_record.preference, account_match.account_no
    from canon.account_record as account_record
    join canon.account_match as account_match using (record_no)
    join ingest.account as records
        on records.file_no = account_record.file_no and records.source_row = account_record.source_row
    where records.account_id <> account_record.record_key
)
select account_key, source_system, min(preference) as preference, min(account_no) as account_no
from known
where account_key is not null
group by account_key, source_system
