-- One row per file with people: where its record numbers start. Key: file_no.
-- A record's number is its file's start plus its row, so that no table of a million numbers is needed.
with files as (
    select file_no, max(source_row) as records
    from ingest.person
    group by file_no
)
select file_no, cast(sum(records) over (order by file_no) - records as integer) as start
from files
