-- One row per account. Key: account_no.
-- Where several records are one account, each column has the first value there is, by the preferred system, then the last record.
with ranked as (
    select record.*, account_match.account_no, account_match.rank, account_record.domain as own_domain
    from canon.account_match as account_match
    join canon.account_record as account_record using (record_no)
    join ingest.account as record
        on record.file_no = account_record.file_no and record.source_row = account_record.source_row
)
select
    account_no,
    arg_min(account_id, rank) as account_id,
    arg_min(account_name, rank) as account_name,
    arg_min(website, rank) as website,
    arg_min(own_domain, rank) as domain,
    arg_min(industry, rank) as industry,
    arg_min(employees, rank) as employees,
    arg_min(annual_revenue, rank) as annual_revenue,
    arg_min(currency, rank) as currency,
    arg_min(country, rank) as country,
    arg_min(region, rank) as region,
    arg_min(city, rank) as city,
    arg_min(parent_account_id, rank) as parent_account_id,
    arg_min(account_type, rank) as account_type,
    bool_or(is_competitor) as is_competitor,
    arg_min(competitor_product, rank) as competitor_product,
    arg_min(owner, rank) as owner,
    min(created_at) as created_at,
    arg_min(source_system, rank) as source_system,
    arg_min(file_no, rank) as file_no,
    arg_min(source_row, rank) as source_row,
from ranked
group by account_no
