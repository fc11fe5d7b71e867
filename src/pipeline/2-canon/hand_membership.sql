-- A gate: one row per decision by hand to put a person into a group or out of it. Key: action_no.
-- A key that means several records means the first one's account or person; a number is null where no file holds the record.
with hand_account as (
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
)
select
    member_action.action_no,
    member_action.account_value as account_id,
    member_action.solution_interest,
    case when member_action.person_by <> 'email' then member_action.person_value end as person_id,
    case when member_action.person_by = 'email' then member_action.person_value end as email,
    member_action.role,
    member_action.action,
    member_action.made_at,
    member_action.note,
    member_action.author,
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
