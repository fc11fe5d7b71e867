-- One row per person who belongs to an account: the best of the accounts. Key: person_no.
-- Best is the reason with the lowest rank, so the key of the preferred system's last record, its first one if it lists several.
select person_no, arg_min(account_no, rank) as account_no
from canon.person_account
group by person_no
