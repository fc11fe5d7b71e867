-- One row per recorded move of a buying group up to the as-of day, numbered in order. Key: file_no, source_row.
-- The history of an opportunity is the deal's, not the group's. group_no and to_no are null where there is no such group or stage.
select
    records.file_no,
    records.source_row,
    records.account_no,
    records.solution_interest,
    groups.group_no,
    records.from_stage,
    records.to_stage,
    from_stages.stage_no as from_no,
    to_stages.stage_no as to_no,
    records.changed_at,
    cast(row_number() over (
        partition by groups.group_no
        order by records.changed_at, records.file_no, records.source_row
    ) as integer) as move_no,
from canon.stage_change_record as records
cross join canon.clock as clock
left join config.interest as interests
    on lower(trim(interests.solution_interest)) = lower(trim(records.solution_interest))
left join role.buying_group as groups
    on groups.account_no = records.account_no and groups.interest_no = interests.interest_no
left join config.group_stage as from_stages on lower(trim(from_stages.stage)) = lower(trim(records.from_stage))
left join config.group_stage as to_stages on lower(trim(to_stages.stage)) = lower(trim(records.to_stage))
where records.fate = 'kept'
    and records.opportunity_id is null
    and records.account_no is not null
    and records.solution_interest is not null
    and coalesce(records.changed_at < cast(clock.as_of as date) + 1, true)
