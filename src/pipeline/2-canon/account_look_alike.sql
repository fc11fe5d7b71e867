-- One row per two accounts that may be one. Key: one_no, other_no.
-- A parent and its subsidiary, or two subsidiaries of one parent, are meant to be two. What more than five accounts share (a
-- franchise's name, a domain of many shops) proposes none.
with account as (
    select
        account.account_no,
        account.domain,
        split_part(account.domain, '.', 1) as site,
        company_name.name_key,
        lower(account.country) as country,
        parent.account_no as parent_no,
    from canon.account as account
    left join canon.company_name as company_name on company_name.company_name = account.account_name
    left join canon.account_key as parent
        on parent.account_key = case
            when length(account.parent_account_id) = 18 and starts_with(account.parent_account_id, '00') then left(account.parent_account_id, 15)
            else account.parent_account_id
        end
),
block as (
    select hash('domain', domain) as block_no, account_no
    from account
    where domain is not null
    union all
    select hash('domain', substr(domain, strpos(domain, '.') + 1)), account_no
    from account
    where domain like '%.%.%'
    union all
    select hash('name', name_key), account_no
    from account
    where name_key is not null
    union all
    select hash('first word', split_part(name_key, ' ', 1)), account_no
    from account
    where length(split_part(name_key, ' ', 1)) >= 4
    union all
    select hash('site', site), account_no
    from account
    where length(site) >= 4
),
small as (
    select block_no
    from block
    group by block_no
    having count(*) between 2 and 5
),
shared as (
    select block.block_no, block.account_no
    from block
    join small using (block_no)
),
found as (
    select distinct one.account_no as one_no, other.account_no as other_no
    from shared as one
    join shared as other on other.block_no = one.block_no and other.account_no > one.account_no
),
compared as (
    select
        found.one_no,
        found.other_no,
        coalesce(one.domain = other.domain, false) as is_domain,
        coalesce(ends_with(one.domain, '.' || other.domain) or ends_with(other.domain, '.' || one.domain), false) as is_subdomain,
        coalesce(one.site = other.site, false) as is_site,
        coalesce(one.name_key = other.name_key, false) as is_name,
        coalesce(jaro_winkler_similarity(one.name_key, other.name_key) >= 0.93, false) as is_near_name,
        coalesce(one.country = other.country, false) as is_country,
        one.domain is not null and other.domain is not null as has_two_domains,
        coalesce(one.parent_no = other.account_no, false)
            or coalesce(other.parent_no = one.account_no, false)
            or coalesce(one.parent_no = other.parent_no, false) as is_family,
    from found
    join account as one on one.account_no = found.one_no
    join account as other on other.account_no = found.other_no
)
select
    one_no,
    other_no,
    concat_ws(
        ', ',
        case when is_name then 'same name' when is_near_name then 'similar name' end,
        case
            when is_domain then 'same domain'
            when is_subdomain then 'one domain is part of the other'
            when is_site then 'domains differ in their ending'
        end,
        case when is_country then 'same country' end
    ) as evidence,
    -- Each reason takes a part of the doubt that is left; two domains that have nothing in common speak for two accounts.
    cast(round((
        1 - case when is_name then 0.4 when is_near_name then 0.7 else 1 end
            * case when is_domain then 0.35 when is_subdomain then 0.5 when is_site then 0.7 else 1 end
            * case when is_country then 0.9 else 1 end
    ) * case when has_two_domains and not (is_domain or is_subdomain or is_site) then 0.8 else 1 end, 2) as double) as score,
from compared
where not is_family
    and (is_name or is_domain or is_subdomain or (is_near_name and (is_site or (is_country and not has_two_domains))))
