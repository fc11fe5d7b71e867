-- One row per normalised company name that belongs to exactly one account. Key: name_key.
-- A name that several accounts bear names none of them.
select account_record.name_key, min(account_match.account_no) as account_no
from canon.account_record as account_record
join canon.account_match as account_match using (record_no)
where account_record.name_key is not null
group by account_record.name_key
having count(distinct account_match.account_no) = 1
