-- One row per id that an account is known by. Key: account_key.
-- An id that two systems use for different accounts means the preferred system's; canon.account_shared_key knows the others.
select account_key, arg_min(account_no, preference) as account_no
from canon.account_known_key
group by account_key
