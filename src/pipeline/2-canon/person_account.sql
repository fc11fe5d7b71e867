-- One row per reason to take a person for one of an account's. Key: none; several records may say the same.
-- In this order, each only where none before it gave an account: the record's key or a relation table, the email's domain,
-- the company's name, a name like it. A lower rank is a better reason: below 1, 2, 3, 4 million, or above.
with record as (
    select
        coalesce(person_match.person_no, person_file.start + records.source_row) as person_no,
        coalesce(person_match.rank, 1) as record_rank,
        records.account_id,
        records.company_name,
        records.source_system,
        case when contains(records.email, '@') then lower(substr(records.email, strpos(records.email, '@') + 1)) end as email_domain,
    from ingest.person as records
    join canon.person_file as person_file using (file_no)
    left join canon.person_match as person_match on person_match.record_no = person_file.start + records.source_row
    where not coalesce(person_match.is_superseded, false)
),
named as (
    select person_no, record_rank, source_system, account_id as account_key, 1 as position
    from record
    where account_id is not null and not contains(account_id, ';')
    union all
    select person_no, record_rank, source_system, trim(unnest(string_split(account_id, ';'))), generate_subscripts(string_split(account_id, ';'), 1)
    from record
    where contains(account_id, ';')
),
by_key as (
    select
        named.person_no,
        coalesce(account_shared_key.account_no, account_key.account_no) as account_no,
        named.record_rank * 100 + least(named.position, 99) as rank,
    from named
    join canon.account_key as account_key
        on account_key.account_key = case
            when length(named.account_key) = 18 and starts_with(named.account_key, '00') then left(named.account_key, 15)
            else named.account_key
        end
    left join canon.account_shared_key as account_shared_key
        on account_shared_key.account_key = account_key.account_key
        and account_shared_key.source_system = named.source_system
),
by_relation as (
    select person_no, account_no
    from canon.relation_record
    where fate = 'kept'
),
placed as (
    select person_no
    from by_key
    union
    select person_no
    from by_relation
),
loose as (
    select record.*
    from record
    where record.person_no not in (select person_no from placed)
),
-- `mail.acme.com` counts for `acme.com` when it has no account of its own.
domain_account as (
    select
        written.email_domain,
        coalesce(whole.account_no, parent.account_no) as account_no,
    from (select distinct email_domain from loose where email_domain is not null) as written
    left join canon.account_domain as whole on whole.domain = written.email_domain
    left join canon.account_domain as parent
        on parent.domain = substr(written.email_domain, strpos(written.email_domain, '.') + 1)
    where written.email_domain not in (select domain from config.free_mail_domain)
),
by_domain as (
    select loose.person_no, domain_account.account_no, loose.record_rank
    from loose
    join domain_account using (email_domain)
    where domain_account.account_no is not null
),
by_name as (
    select loose.person_no, account_name_key.account_no, loose.record_rank
    from loose
    join canon.company_name as company_name on company_name.company_name = loose.company_name
    join canon.account_name_key as account_name_key using (name_key)
    where loose.person_no not in (select person_no from by_domain)
),
by_similar_name as (
    select loose.person_no, company_guess.account_no, loose.record_rank, company_guess.score as similarity
    from loose
    join canon.company_name as company_name on company_name.company_name = loose.company_name
    join canon.company_guess as company_guess using (name_key)
    where loose.person_no not in (select person_no from by_domain union all select person_no from by_name)
)
select cast(person_no as integer) as person_no, account_no, cast(rank as integer) as rank, null::double as similarity
from by_key
union all
select person_no, account_no, 1000000, null
from by_relation
union all
select cast(person_no as integer), account_no, cast(2000000 + record_rank as integer), null
from by_domain
union all
select cast(person_no as integer), account_no, cast(3000000 + record_rank as integer), null
from by_name
union all
select cast(person_no as integer), account_no, cast(4000000 + record_rank as integer), similarity
from by_similar_name
