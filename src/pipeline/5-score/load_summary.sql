-- One row per kind of record that was loaded. Key: entity.
-- What came in is what was kept, merged into another record, or left an orphan; a rejected record never came in, and an
-- earlier export of a list that is loaded anew is set aside whole.
with files as (
    select
        entity,
        count(*) filter (where is_current) as files,
        sum(records) filter (where is_current) as records,
        sum(rejected) filter (where is_current) as rejected,
        sum(records - rejected) filter (where not is_current) as set_aside,
    from ingest.file
    group by entity
),
problems as (
    select files.entity, count(*) as problems
    from ingest.reject as rejects
    join ingest.file as files using (file_no)
    where files.is_current
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
    cast(coalesce(files.set_aside, 0) as integer) as set_aside,
from files
full join canon.reconcile as reconciled on reconciled.entity = files.entity
left join problems on problems.entity = files.entity
order by entity
