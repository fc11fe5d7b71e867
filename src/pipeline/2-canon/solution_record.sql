-- One row per spelling of a solution in a file, with the records that have it. Key: entity, file_no, written.
-- Spellings are one solution when they are equal without case, accents, spaces and punctuation; + and # tell C++ from C#.
with told as (
    select 'opportunity' as entity, file_no, solution_interest as written, count(*) as records
    from ingest.opportunity
    group by file_no, solution_interest
    union all
    select 'stage_change', file_no, solution_interest, count(*)
    from ingest.stage_change
    group by file_no, solution_interest
    union all
    select 'membership_override', file_no, solution_interest, count(*)
    from ingest.membership_override
    group by file_no, solution_interest
    union all
    select 'product', file_no, product_name, count(*)
    from ingest.product
    group by file_no, product_name
)
select
    entity,
    file_no,
    written,
    regexp_replace(lower(strip_accents(written)), '[^\p{L}\p{N}+#]+', '', 'g') as solution_key,
    cast(records as integer) as records,
from told
where written is not null
