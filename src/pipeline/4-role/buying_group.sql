-- One row per solution interest with a live template and account in its audience. Key: group_no.
-- An account without a name makes no group, as in AJO. Numbers leave gaps, so that they need no sorting and stay when an audience changes.
with size as (
    select coalesce(max(account_no), 0) as accounts
    from canon.account
)
select
    cast((interest.interest_no - 1) * size.accounts + account.account_no as integer) as group_no,
    account.account_no,
    interest.interest_no,
    interest.template_no,
    interest.solution_interest || ' for ' || account.account_name as group_name,
from config.interest as interest
join config.template as template using (template_no)
join role.audience_account as audience_account using (audience_no)
join canon.account as account on account.account_no = audience_account.account_no
cross join size
where template.is_live and trim(account.account_name) <> ''
