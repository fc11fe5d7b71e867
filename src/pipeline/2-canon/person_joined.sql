-- A gate: one row per two person records that a hand made one. Key: record_no, other_no.
-- Said of records, not of what they were merged into: the decision holds whatever the rules make of either.
select
    greatest(one.record_no, other.record_no) as record_no,
    least(one.record_no, other.record_no) as other_no,
    max(merge.made_at) as made_at,
from config.merge as merge
join canon.named_person as one
    on one.key_by = merge.one_by
    and one.key_value = merge.one_value
    and one.key_within is not distinct from merge.one_within
join canon.named_person as other
    on other.key_by = merge.other_by
    and other.key_value = merge.other_value
    and other.key_within is not distinct from merge.other_within
where merge.entity = 'person' and merge.verdict = 'same' and one.record_no <> other.record_no
group by greatest(one.record_no, other.record_no), least(one.record_no, other.record_no)
