-- One row per record that puts a person into a group or out of it, and what became of it. Key: file_no, source_row.
-- The person is found by id, then by email; the account by id, then by name. Without both the record is an orphan. What was
-- decided in the notebook is of no file: its row is its place among those decisions.
with joined as (
    select
        records.file_no,
        records.source_row,
        records.account_id,
        records.solution_interest,
        records.person_id,
        records.email,
        records.role,
        records.action,
        records.made_by,
        records.made_at,
        coalesce(account_key.account_no, account_name_key.account_no) as account_no,
        coalesce(by_id.person_no, by_email.person_no) as person_no,
    from ingest.membership_override as records
    left join canon.account_key as account_key
        on account_key.account_key = case
            when length(records.account_id) = 18 and starts_with(records.account_id, '00') then left(records.account_id, 15)
            else records.account_id
        end
    left join canon.company_name as company_name on company_name.company_name = records.account_id
    left join canon.account_name_key as account_name_key using (name_key)
    left join canon.person_key as by_id
        on by_id.person_key = case
            when length(records.person_id) = 18 and starts_with(records.person_id, '00') then left(records.person_id, 15)
            else records.person_id
        end
    left join canon.person_key as by_email on by_email.person_key = records.email
),
-- A key that means several records means the first one's account or person.
hand_account as (
    select named_account.key_by, named_account.key_value, named_account.key_within, min(account_match.account_no) as account_no
    from canon.named_account as named_account
    join canon.account_match as account_match using (record_no)
    group by named_account.key_by, named_account.key_value, named_account.key_within
),
hand_person as (
    select
        named_person.key_by,
        named_person.key_value,
        named_person.key_within,
        min(coalesce(person_match.person_no, named_person.record_no)) as person_no,
    from canon.named_person as named_person
    left join canon.person_match as person_match using (record_no)
    group by named_person.key_by, named_person.key_value, named_person.key_within
),
told as (
    select *
    from joined
    union all
    select
        null,
        member_action.action_no,
        member_action.account_value,
        member_action.solution_interest,
        case when member_action.person_by <> 'email' then member_action.person_value end,
        case when member_action.person_by = 'email' then member_action.person_value end,
        member_action.role,
        member_action.action,
        'manual',
        member_action.made_at,
        hand_account.account_no,
        hand_person.person_no,
    from config.member_action as member_action
    left join hand_account
        on hand_account.key_by = member_action.account_by
        and hand_account.key_value = member_action.account_value
        and hand_account.key_within is not distinct from member_action.account_within
    left join hand_person
        on hand_person.key_by = member_action.person_by
        and hand_person.key_value = member_action.person_value
        and hand_person.key_within is not distinct from member_action.person_within
)
select
    *,
    case when account_no is null or person_no is null then 'orphaned' else 'kept' end as fate,
from told
