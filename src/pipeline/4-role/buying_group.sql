-- One row per solution interest with a live template and account in its audience. Key: group_no.
-- An account without a name makes no group, as in AJO.
select
    cast(row_number() over (order by interest.interest_no, audience_account.account_no) as integer) as group_no,
    audience_account.account_no,
    interest.interest_no,
    interest.template_no,
    interest.solution_interest || ' for ' || account.account_name as group_name,
from config.interest as interest
join config.template as template using (template_no)
join role.audience_account as audience_account using (audience_no)
join canon.account as account on account.account_no = audience_account.account_no
where template.is_live and trim(account.account_name) <> ''
