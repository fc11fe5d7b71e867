-- One row per id and system where systems use one id for different accounts. Key: account_key, source_system.
-- Nearly always empty, so that a look-up by id alone is enough.
with shared as (
    select account_key
    from canon.account_known_key
    group by account_key
    having count(distinct account_no) > 1
)
select account_key, known.source_system, known.account_no
from canon.account_known_key as known
join shared using (account_key)
