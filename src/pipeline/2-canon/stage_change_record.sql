-- One row per record of a stage history: what it is about, and what became of it. Key: file_no, source_row.
-- The account of an opportunity's move is the opportunity's; a move of neither is an orphan. The same move told again is one.
with joined as (
    select
        records.file_no,
        records.source_row,
        records.opportunity_id,
        records.account_id,
        solution.solution_interest,
        records.from_stage,
        records.to_stage,
        records.changed_at,
        opportunity_key.opportunity_no,
        coalesce(account_key.account_no, opportunity.account_no) as account_no,
    from ingest.stage_change as records
    left join canon.opportunity_key as opportunity_key
        on opportunity_key.opportunity_key = case
            when length(records.opportunity_id) = 18 and starts_with(records.opportunity_id, '00') then left(records.opportunity_id, 15)
            else records.opportunity_id
        end
    left join canon.opportunity as opportunity using (opportunity_no)
    left join canon.solution as solution on solution.written = records.solution_interest
    left join canon.account_key as account_key
        on account_key.account_key = case
            when length(records.account_id) = 18 and starts_with(records.account_id, '00') then left(records.account_id, 15)
            else records.account_id
        end
)
select
    *,
    case
        when opportunity_no is null and account_no is null then 'orphaned'
        when row_number() over (
            partition by opportunity_no, account_no, solution_interest, to_stage, changed_at
            order by file_no, source_row
        ) > 1 then 'merged'
        else 'kept'
    end as fate,
from joined
