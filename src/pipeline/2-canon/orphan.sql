-- One row per record that belongs to nothing that was loaded. Key: entity, file_no, source_row.
-- Accounts and people are never orphans: a person without an account is kept and seated nowhere.
with lost_activity as (
    -- Ids are only looked up again when some act was lost.
    select records.file_no, records.source_row, records.person_id, records.account_id
    from ingest.activity as records
    where (select count(*) from ingest.activity) > (select count(*) from canon.act)
        and case
            when length(records.person_id) = 18 and starts_with(records.person_id, '00') then left(records.person_id, 15)
            else coalesce(records.person_id, '')
        end not in (select person_key from canon.person_key union all select person_key from canon.activity_email)
        and case
            when length(records.account_id) = 18 and starts_with(records.account_id, '00') then left(records.account_id, 15)
            else coalesce(records.account_id, '')
        end not in (select account_key from canon.account_key)
        and (records.file_no, records.source_row) not in (select (file_no, source_row) from canon.activity_repeat)
)
select
    'activity' as entity,
    file_no,
    source_row,
    case when person_id is null and account_id is not null then 'account_id' else 'person_id' end as key_column,
    coalesce(person_id, account_id) as key_value,
    case
        when person_id is null and account_id is null then 'names nobody'
        when person_id is null then 'no such account'
        else 'no such person'
    end as reason,
from lost_activity
union all
select
    'opportunity',
    file_no,
    source_row,
    'account_id',
    account_id,
    case when account_id is null then 'names no account' else 'no such account' end,
from canon.opportunity_record
where fate = 'orphaned'
union all
select
    'opportunity_contact',
    file_no,
    source_row,
    case when opportunity_no is null then 'opportunity_id' else 'person_id' end,
    case when opportunity_no is null then opportunity_id else person_id end,
    case when opportunity_no is null then 'no such opportunity' else 'no such person' end,
from canon.opportunity_contact_record
where fate = 'orphaned' and is_record
union all
select
    'account_person',
    file_no,
    source_row,
    case when account_no is null then 'account_id' else 'person_id' end,
    case when account_no is null then account_id else person_id end,
    case when account_no is null then 'no such account' else 'no such person' end,
from canon.relation_record
where fate = 'orphaned'
union all
select 'stage_change', file_no, source_row, 'opportunity_id', coalesce(opportunity_id, account_id), 'no such opportunity or account'
from canon.stage_change_record
where fate = 'orphaned'
union all
select
    'membership_override',
    file_no,
    source_row,
    case when account_no is null then 'account_id' else 'person_id' end,
    case when account_no is null then account_id else coalesce(person_id, email) end,
    case when account_no is null then 'no such account' else 'no such person' end,
from canon.membership_override_record
where fate = 'orphaned'
union all
select 'product', file_no, source_row, 'product_name', null, 'names no product'
from canon.product_record
where fate = 'orphaned'
