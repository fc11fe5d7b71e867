-- One row per spelling in a file that was taken for another. Key: entity, file_no, written.
-- A spelling that is the chosen one is not here.
select
    solution_record.entity,
    solution_record.file_no,
    solution_record.written,
    solution.solution_interest as taken_for,
    solution.source,
    solution.source_file_no,
    solution_record.records,
from canon.solution_record as solution_record
join canon.solution as solution using (written)
where solution.solution_interest <> solution_record.written
