-- One row per person. Key: person_no.
-- Where several records are one person, each column has the first value there is, by the preferred system, then the latest
-- record; a refusal of mail in any system counts, and of several dates the first.
with alone as (
    select person_file.start + records.source_row as person_no, records.*
    from ingest.person as records
    join canon.person_file as person_file using (file_no)
    where person_file.start + records.source_row not in (select record_no from canon.person_match)
),
linked as (
    select person_match.person_no, person_match.rank, person_match.is_superseded, records.*
    from ingest.person as records
    join canon.person_file as person_file using (file_no)
    join canon.person_match as person_match on person_match.record_no = person_file.start + records.source_row
),
folded as (
    select
        person_no,
        arg_min(person_id, rank) as person_id,
        arg_min(first_name, rank) as first_name,
        arg_min(last_name, rank) as last_name,
        arg_min(full_name, rank) as full_name,
        lower(arg_min(email, rank)) as email,
        arg_min(phone, rank) as phone,
        arg_min(job_title, rank) as job_title,
        arg_min(department, rank) as department,
        arg_min(given_seniority, rank) as given_seniority,
        arg_min(given_role, rank) as given_role,
        arg_min(country, rank) as country,
        arg_min(region, rank) as region,
        arg_min(city, rank) as city,
        arg_min(lead_source, rank) as lead_source,
        arg_min(lead_status, rank) as lead_status,
        arg_min(person_score, rank) as person_score,
        bool_or(is_opted_out) filter (where not is_superseded) as is_opted_out,
        min(lead_at) as lead_at,
        min(mql_at) as mql_at,
        min(sal_at) as sal_at,
        min(sql_at) as sql_at,
        min(opportunity_at) as opportunity_at,
        min(customer_at) as customer_at,
        min(created_at) as created_at,
        arg_min(source_system, rank) as source_system,
        arg_min(file_no, rank) as file_no,
        arg_min(source_row, rank) as source_row,
    from linked
    group by person_no
),
every as (
    select
        person_no, person_id, first_name, last_name, full_name, lower(email) as email, phone, job_title, department, given_seniority,
        given_role, country, region, city, lead_source, lead_status, person_score, is_opted_out, lead_at, mql_at, sal_at,
        sql_at, opportunity_at, customer_at, created_at, source_system, file_no, source_row,
    from alone
    union all
    select *
    from folded
)
select
    cast(every.person_no as integer) as person_no,
    every.person_id,
    primary_account.account_no,
    every.first_name,
    every.last_name,
    coalesce(every.full_name, nullif(concat_ws(' ', every.first_name, every.last_name), '')) as full_name,
    every.email,
    case when contains(every.email, '@') then substr(every.email, strpos(every.email, '@') + 1) end as email_domain,
    every.phone,
    every.job_title,
    every.department,
    every.given_seniority,
    every.given_role,
    every.country,
    every.region,
    every.city,
    every.lead_source,
    every.lead_status,
    every.person_score,
    every.is_opted_out,
    every.lead_at,
    every.mql_at,
    every.sal_at,
    every.sql_at,
    every.opportunity_at,
    every.customer_at,
    every.created_at,
    every.source_system,
    every.file_no,
    every.source_row,
from every
left join canon.primary_account as primary_account using (person_no)
