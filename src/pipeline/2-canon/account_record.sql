-- One row per account record of a file. Key: record_no, which counts through all files in the order they came.
-- An 18-character Salesforce id is kept as its first 15, which reports show and which tell records apart (case counts).
with files as (
    select file_no, max(source_row) as records
    from ingest.account
    group by file_no
),
starts as (
    select file_no, sum(records) over (order by file_no) - records as start
    from files
),
site as (
    select
        file_no,
        source_row,
        nullif(regexp_extract(
            lower(coalesce(domain, website)),
            '^(?:[a-z]+:/*)?(?:[^@/?#]*@)?(?:www[0-9]*\.)?([^/:?#\s,;]+\.[^/:?#\s,;.]{2,})',
            1
        ), '') as domain,
    from ingest.account
)
select
    cast(starts.start + records.source_row as integer) as record_no,
    records.file_no,
    records.source_row,
    records.source_system,
    coalesce(source_preference.preference, 99) as preference,
    case
        when length(records.account_id) = 18 and starts_with(records.account_id, '00') then left(records.account_id, 15)
        else records.account_id
    end as record_key,
    case when free_mail_domain.domain is null then site.domain end as domain,
    company_name.name_key,
from ingest.account as records
join starts using (file_no)
join site on site.file_no = records.file_no and site.source_row = records.source_row
left join config.source_preference as source_preference on source_preference.source_system = records.source_system
left join config.free_mail_domain as free_mail_domain on free_mail_domain.domain = site.domain
left join canon.company_name as company_name on company_name.company_name = records.account_name
