-- One row per decision by hand about two records. Key: merge_no.
-- Numbers are null where no file holds a record; where both are one account or person by now, the two numbers are equal.
with person_side as (
    select key_by, key_value, key_within, min(record_no) as record_no
    from canon.named_person
    group by key_by, key_value, key_within
),
account_side as (
    select key_by, key_value, key_within, min(record_no) as record_no
    from canon.named_account
    group by key_by, key_value, key_within
)
select
    merge.merge_no,
    merge.entity,
    merge.verdict,
    merge.made_at,
    one.record_no as one_record_no,
    other.record_no as other_record_no,
    coalesce(one_match.person_no, one.record_no) as one_no,
    coalesce(other_match.person_no, other.record_no) as other_no,
from config.merge as merge
left join person_side as one
    on one.key_by = merge.one_by and one.key_value = merge.one_value and one.key_within is not distinct from merge.one_within
left join person_side as other
    on other.key_by = merge.other_by and other.key_value = merge.other_value and other.key_within is not distinct from merge.other_within
left join canon.person_match as one_match on one_match.record_no = one.record_no
left join canon.person_match as other_match on other_match.record_no = other.record_no
where merge.entity = 'person'
union all
select
    merge.merge_no,
    merge.entity,
    merge.verdict,
    merge.made_at,
    one.record_no,
    other.record_no,
    one_match.account_no,
    other_match.account_no,
from config.merge as merge
left join account_side as one
    on one.key_by = merge.one_by and one.key_value = merge.one_value and one.key_within is not distinct from merge.one_within
left join account_side as other
    on other.key_by = merge.other_by and other.key_value = merge.other_value and other.key_within is not distinct from merge.other_within
left join canon.account_match as one_match on one_match.record_no = one.record_no
left join canon.account_match as other_match on other_match.record_no = other.record_no
where merge.entity = 'account'
