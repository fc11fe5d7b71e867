-- One row per opportunity record of a file: which opportunity and account it is, and what became of it. Key: file_no, source_row.
-- Of records with one id the last counts. The account is found by id, by name, by the contacts' most common account, or by a name like it;
-- an opportunity of no known account is an orphan.
with keyed as (
    select
        file_no,
        source_row,
        source_system,
        account_id,
        contact_ids,
        case
            when length(opportunity_id) = 18 and starts_with(opportunity_id, '00') then left(opportunity_id, 15)
            else opportunity_id
        end as opportunity_key,
        case
            when length(account_id) = 18 and starts_with(account_id, '00') then left(account_id, 15)
            when contains(account_id, ';') then trim(split_part(account_id, ';', 1))
            else account_id
        end as account_key,
    from ingest.opportunity
),
numbered as (
    select
        *,
        cast(row_number() over (order by file_no, source_row) as integer) as opportunity_no,
    from keyed
),
by_contact as (
    select contact.opportunity_no, mode(primary_account.account_no order by primary_account.account_no) as account_no
    from (
        select opportunity_no, trim(unnest(string_split(contact_ids, ';'))) as person_key
        from numbered
        where contact_ids is not null
    ) as contact
    join canon.person_key as person_key
        on person_key.person_key = case
            when length(contact.person_key) = 18 and starts_with(contact.person_key, '00') then left(contact.person_key, 15)
            else contact.person_key
        end
    join canon.primary_account as primary_account using (person_no)
    group by contact.opportunity_no
),
placed as (
    select
        numbered.*,
        coalesce(
            account_shared_key.account_no,
            account_key.account_no,
            account_name_key.account_no,
            by_contact.account_no,
            company_guess.account_no
        ) as account_no,
    from numbered
    left join canon.account_key as account_key using (account_key)
    left join canon.account_shared_key as account_shared_key
        on account_shared_key.account_key = numbered.account_key
        and account_shared_key.source_system = numbered.source_system
    left join canon.company_name as company_name on company_name.company_name = numbered.account_id
    left join canon.account_name_key as account_name_key using (name_key)
    left join canon.company_guess as company_guess on company_guess.name_key = company_name.name_key
    left join by_contact on by_contact.opportunity_no = numbered.opportunity_no
)
select
    file_no,
    source_row,
    account_id,
    opportunity_key,
    opportunity_no,
    account_no,
    last_value(opportunity_no) over same as kept_no,
    case
        when opportunity_no <> last_value(opportunity_no) over same then 'merged'
        when account_no is null then 'orphaned'
        else 'kept'
    end as fate,
from placed
window same as (
    partition by coalesce(opportunity_key, 'record ' || opportunity_no)
    order by opportunity_no
    rows between unbounded preceding and unbounded following
)
