-- A gate: one row per account record that a hand took away from what a rule would join it to. Key: record_no.
-- Of two declared different that share a domain or a name, the later one is from then on joined to no account by rule, so that
-- no third account can be both; a hand may still join it.
with side as (
    select merge.merge_no, 1 as side, named_account.record_no
    from config.merge as merge
    join canon.named_account as named_account
        on named_account.key_by = merge.one_by
        and named_account.key_value = merge.one_value
        and named_account.key_within is not distinct from merge.one_within
    where merge.entity = 'account' and merge.verdict = 'different'
    union all
    select merge.merge_no, 2, named_account.record_no
    from config.merge as merge
    join canon.named_account as named_account
        on named_account.key_by = merge.other_by
        and named_account.key_value = merge.other_value
        and named_account.key_within is not distinct from merge.other_within
    where merge.entity = 'account' and merge.verdict = 'different'
),
record as (
    select
        side.*,
        account_record.domain,
        account_record.name_key,
        min(side.record_no) over (partition by side.merge_no, side.side) as first_no,
    from side
    join canon.account_record as account_record using (record_no)
)
select distinct late.record_no
from record as late
join record as early
    on early.merge_no = late.merge_no
    and early.side <> late.side
    and early.first_no < late.first_no
    and (early.domain = late.domain or early.name_key = late.name_key)
