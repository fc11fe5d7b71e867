-- One row per account and person who belongs to it. Key: account_no, person_no.
-- The best reason is named; a relation table may say more of a pair than the person's own record does.
with best as (
    select account_no, person_no, min(rank) as rank, max(similarity) as similarity
    from canon.person_account
    group by account_no, person_no
)
select
    best.account_no,
    best.person_no,
    best.rank < 1000000 or coalesce(relation_record.is_direct, false) as is_direct,
    relation_record.roles,
    case
        when best.rank < 1000000 then 'key'
        when best.rank < 2000000 then 'relation'
        when best.rank < 3000000 then 'email domain'
        when best.rank < 4000000 then 'company name'
        else 'similar company name'
    end as matched_by,
    cast(case
        when best.rank < 1000000 then 1
        when best.rank < 2000000 then coalesce(relation_record.match_score, 0.9)
        when best.rank < 3000000 then 0.8
        when best.rank < 4000000 then 0.6
        else 0.6 * best.similarity
    end as double) as match_score,
    case when best.rank >= 4000000 then best.similarity end as similarity,
from best
left join canon.relation_record as relation_record
    on relation_record.account_no = best.account_no
    and relation_record.person_no = best.person_no
    and relation_record.fate = 'kept'
