-- One row per account record that a decision by hand means. Key: key_by, key_value, key_within, record_no.
-- A record that no file holds has no row, and what was decided about it waits for one. A domain or a name counts only for
-- records without an id.
with named as (
    select one_by as key_by, one_value as key_value, one_within as key_within
    from config.merge
    where entity = 'account'
    union
    select other_by, other_value, other_within
    from config.merge
    where entity = 'account'
    union
    select account_by, account_value, account_within
    from config.member_action
)
select named.key_by, named.key_value, named.key_within, account_record.record_no
from named
join canon.account_record as account_record
    on account_record.source_system = named.key_within
    and account_record.record_key = case
        when length(named.key_value) = 18 and starts_with(named.key_value, '00') then left(named.key_value, 15)
        else named.key_value
    end
where named.key_by = 'id'
union all
select named.key_by, named.key_value, named.key_within, account_record.record_no
from named
join canon.account_record as account_record on account_record.domain = lower(named.key_value)
where named.key_by = 'domain' and account_record.record_key is null
union all
select named.key_by, named.key_value, named.key_within, account_record.record_no
from named
join ingest.account as records on records.account_name = named.key_value
join canon.account_record as account_record
    on account_record.file_no = records.file_no and account_record.source_row = records.source_row
where named.key_by = 'name' and account_record.record_key is null
