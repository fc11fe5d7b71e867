-- One row per record that puts a person into a group or out of it, and what became of it. Key: file_no, source_row.
-- The person is found by id, then by email; the account by id, then by name, then by a name like it. Without both the record is an
-- orphan. What was decided in the notebook is of no file: its row is its place among those decisions. Who made it is its author where that is more than how it was made.
with joined as (
    select
        records.file_no,
        records.source_row,
        records.account_id,
        solution.solution_interest,
        records.person_id,
        records.email,
        records.role,
        records.action,
        records.made_by,
        records.made_at,
        records.note,
        case when lower(trim(records.made_by)) not in ('', 'manual', 'journey') then trim(records.made_by) end as author,
        coalesce(account_key.account_no, account_name_key.account_no, company_guess.account_no) as account_no,
        coalesce(by_id.person_no, by_email.person_no) as person_no,
    from ingest.membership_override as records
    left join canon.solution as solution on solution.written = records.solution_interest
    left join canon.account_key as account_key
        on account_key.account_key = case
            when length(records.account_id) = 18 and starts_with(records.account_id, '00') then left(records.account_id, 15)
            else records.account_id
        end
    left join canon.company_name as company_name on company_name.company_name = records.account_id
    left join canon.account_name_key as account_name_key using (name_key)
    left join canon.company_guess as company_guess on company_guess.name_key = company_name.name_key
    left join canon.person_key as by_id
        on by_id.person_key = case
            when length(records.person_id) = 18 and starts_with(records.person_id, '00') then left(records.person_id, 15)
            else records.person_id
        end
    left join canon.person_key as by_email on by_email.person_key = records.email
),
told as (
    select *
    from joined
    union all
    select
        null,
        action_no,
        account_id,
        solution_interest,
        person_id,
        email,
        role,
        action,
        'manual',
        made_at,
        note,
        author,
        account_no,
        person_no,
    from canon.hand_membership
)
select
    *,
    case when account_no is null or person_no is null then 'orphaned' else 'kept' end as fate,
from told
