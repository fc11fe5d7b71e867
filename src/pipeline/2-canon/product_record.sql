-- One row per record of a product list: its product, and what became of it. Key: file_no, source_row.
-- Records of one product, however it is spelled, are one, and the last counts; a record without a name is an orphan.
with named as (
    select
        records.file_no,
        records.source_row,
        records.product_id,
        records.product_name,
        solution.solution_interest,
        row_number() over (
            partition by solution.solution_interest
            order by records.file_no desc, records.source_row desc
        ) as rank,
        cast(row_number() over (order by records.file_no, records.source_row) as integer) as product_no,
    from ingest.product as records
    left join canon.solution as solution on solution.written = records.product_name
)
select
    file_no,
    source_row,
    product_id,
    product_name,
    solution_interest,
    product_no,
    case
        when solution_interest is null then 'orphaned'
        when rank > 1 then 'merged'
        else 'kept'
    end as fate,
from named
