-- One row per product of the product lists. Key: solution_interest.
-- Its name is spelled as everywhere else, so that it joins the opportunities'.
select
    product_record.product_no,
    records.product_id,
    product_record.solution_interest,
    records.family,
    records.price,
    records.currency,
    records.source_system,
    records.file_no,
    records.source_row,
from ingest.product as records
join canon.product_record as product_record
    on product_record.file_no = records.file_no and product_record.source_row = records.source_row
where product_record.fate = 'kept'
