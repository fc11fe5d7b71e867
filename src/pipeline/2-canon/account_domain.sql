-- One row per mail or web domain that belongs to exactly one account. Key: domain.
-- Free mail domains belong to nobody; a domain of several accounts tells nothing about which.
select account_record.domain, min(account_match.account_no) as account_no
from canon.account_record as account_record
join canon.account_match as account_match using (record_no)
where account_record.domain is not null
group by account_record.domain
having count(distinct account_match.account_no) = 1
