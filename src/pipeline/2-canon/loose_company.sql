-- One row per normalised company name that no account bears. Key: name_key.
-- Empty when the playbook asks for equal names only, and then nothing is compared.
select distinct company_name.name_key
from canon.company_name as company_name
cross join config.matching as matching
where matching.company_name < 1
    and length(company_name.name_key) > 5
    and company_name.name_key not in (select name_key from canon.account_record where name_key is not null)
    and company_name.company_name not in (select account_key from canon.account_key)
