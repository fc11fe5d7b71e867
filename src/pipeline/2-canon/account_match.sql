-- One row per account record: the account it belongs to, and its rank there. Key: record_no.
-- Two ids of one system stay two accounts, whatever their domains; across systems a domain, or else a name, joins two
-- accounts only where it is the only one of its kind in each system and nothing speaks against it.
with identified as (
    select
        *,
        min(record_no) over (
            partition by
                source_system,
                coalesce('id ' || record_key, 'domain ' || domain, 'name ' || name_key, 'record ' || record_no)
        ) as own_no,
    from canon.account_record
),
own as (
    select
        own_no,
        any_value(source_system) as source_system,
        arg_max(domain, record_no) as domain,
        arg_max(name_key, record_no) as name_key,
    from identified
    group by own_no
),
one_per_domain as (
    select domain, min(own_no) as joined_no
    from own
    where domain is not null
    group by domain
    having count(*) > 1 and count(*) = count(distinct source_system)
),
one_per_domain_and_name as (
    select domain, name_key, min(own_no) as joined_no
    from own
    where domain is not null and name_key is not null
    group by domain, name_key
    having count(*) > 1 and count(*) = count(distinct source_system)
),
by_domain as (
    select
        own.*,
        coalesce(one_per_domain.joined_no, one_per_domain_and_name.joined_no, own.own_no) as domain_no,
    from own
    left join one_per_domain using (domain)
    left join one_per_domain_and_name
        on one_per_domain_and_name.domain = own.domain and one_per_domain_and_name.name_key = own.name_key
),
one_per_name as (
    select name_key, min(domain_no) as joined_no
    from by_domain
    where name_key is not null
    group by name_key
    having count(distinct domain_no) > 1
        and count(*) = count(distinct source_system)
        and count(distinct domain) <= 1
),
by_name as (
    select
        by_domain.domain_no,
        min(coalesce(one_per_name.joined_no, by_domain.domain_no)) as account_no,
    from by_domain
    left join one_per_name using (name_key)
    group by by_domain.domain_no
)
select
    identified.record_no,
    by_name.account_no,
    identified.own_no,
    by_domain.domain_no,
    row_number() over (
        partition by by_name.account_no
        order by identified.preference, identified.record_no desc
    ) as rank,
from identified
join by_domain on by_domain.own_no = identified.own_no
join by_name on by_name.domain_no = by_domain.domain_no
