-- One row per move of an opportunity or a buying group to a stage. Key: none; a history may repeat itself.
-- A history that names only the new stage has the one before it from the record before.
select
    opportunity_no,
    account_no,
    solution_interest,
    coalesce(
        from_stage,
        lag(to_stage) over (partition by opportunity_no, account_no, solution_interest order by changed_at, file_no, source_row)
    ) as from_stage,
    to_stage,
    changed_at,
from canon.stage_change_record
where fate = 'kept'
