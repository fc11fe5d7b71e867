-- One row per account and person who belongs to it. Key: account_no, person_no.
-- The best reason is named, and the best score any of them gives; roles are those that relation tables tell.
select
    account_no,
    cast(person_no as integer) as person_no,
    bool_or(is_direct) as is_direct,
    string_agg(distinct roles, '; ' order by roles) as roles,
    arg_min(matched_by, rank) as matched_by,
    max(match_score) as match_score,
from canon.person_account
group by account_no, person_no
