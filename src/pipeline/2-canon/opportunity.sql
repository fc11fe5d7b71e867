-- One row per opportunity of a known account. Key: opportunity_no.
-- Where the export does not say whether it is closed or won, the name of its stage does, in a few languages.
with staged as (
    select
        records.*,
        opportunity_record.opportunity_no,
        opportunity_record.account_no,
        solution.solution_interest as chosen_interest,
        ' ' || trim(regexp_replace(lower(strip_accents(records.stage)), '[^a-z]+', ' ', 'g')) || ' ' as stage_words,
    from ingest.opportunity as records
    join canon.opportunity_record as opportunity_record
        on opportunity_record.file_no = records.file_no and opportunity_record.source_row = records.source_row
    left join canon.solution as solution on solution.written = records.solution_interest
    where opportunity_record.fate = 'kept'
),
told as (
    select
        *,
        regexp_matches(stage_words, ' (closed ?won|won|gewonnen|gagnee?s?|ganad[ao]s?|vint[ao]|ganh[ao]) ') as says_won,
        regexp_matches(
            stage_words,
            ' (closed ?lost|lost|verloren|perdue?s?|perdid[ao]s?|pers[ao]|closed|geschlossen|abgeschlossen|fermee?|cerrad[ao]|disqualified) '
        ) as says_closed,
    from staged
)
select
    opportunity_no,
    opportunity_id,
    account_no,
    name,
    stage,
    amount,
    currency,
    coalesce(is_closed, is_won or says_won or says_closed, false) as is_closed,
    coalesce(is_won, says_won, false) as is_won,
    created_at,
    close_at,
    lead_source,
    chosen_interest as solution_interest,
    source_system,
    file_no,
    source_row,
from told
