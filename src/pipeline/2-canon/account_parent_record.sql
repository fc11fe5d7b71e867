-- One row per account that names another as its parent: which account that is, and by what it was found. Key: account_no.
-- By id, then by name, then by a name like it. An account that names itself has no parent.
with named as (
    select
        account_no,
        source_system,
        parent_account_id as named_parent,
        case
            when length(parent_account_id) = 18 and starts_with(parent_account_id, '00') then left(parent_account_id, 15)
            else parent_account_id
        end as parent_key,
    from canon.account
    where parent_account_id is not null
),
found as (
    select
        named.account_no,
        named.named_parent,
        coalesce(account_shared_key.account_no, account_key.account_no) as by_key,
        account_name_key.account_no as by_name,
        company_guess.account_no as by_similar_name,
    from named
    left join canon.account_key as account_key on account_key.account_key = named.parent_key
    left join canon.account_shared_key as account_shared_key
        on account_shared_key.account_key = named.parent_key and account_shared_key.source_system = named.source_system
    left join canon.company_name as company_name on company_name.company_name = named.named_parent
    left join canon.account_name_key as account_name_key on account_name_key.name_key = company_name.name_key
    left join canon.company_guess as company_guess on company_guess.name_key = company_name.name_key
)
select
    account_no,
    named_parent,
    coalesce(by_key, by_name, by_similar_name) as parent_no,
    case
        when by_key is not null then 'key'
        when by_name is not null then 'company name'
        when by_similar_name is not null then 'similar company name'
    end as matched_by,
from found
where coalesce(by_key, by_name, by_similar_name, 0) <> account_no
