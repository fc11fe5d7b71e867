-- One row per kind of record that was loaded. Key: entity.
-- What came in is what was kept, merged into another record, or left an orphan; a rejected record never came in.
with files as (
    select entity, count(*) as files, sum(records) as records, sum(rejected) as rejected
    from ingest.file
    group by entity
),
problems as (
    select files.entity, count(*) as problems
    from ingest.reject as rejects
    join ingest.file as files using (file_no)
    group by files.entity
)
select
    coalesce(files.entity, reconciled.entity) as entity,
    cast(coalesce(files.files, 0) as integer) as files,
    cast(coalesce(files.records, 0) as integer) as records,
    cast(coalesce(reconciled.records_in, 0) as integer) as records_in,
    cast(coalesce(reconciled.kept, 0) as integer) as kept,
    cast(coalesce(reconciled.merged, 0) as integer) as merged,
    cast(coalesce(reconciled.orphaned, 0) as integer) as orphaned,
    cast(coalesce(files.rejected, 0) as integer) as rejected,
    cast(coalesce(problems.problems, 0) as integer) as problems,
from files
full join canon.reconcile as reconciled on reconciled.entity = files.entity
left join problems on problems.entity = files.entity
order by entity
