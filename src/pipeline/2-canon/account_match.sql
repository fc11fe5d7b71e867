-- One row per account record: the account it belongs to, and its rank there. Key: record_no.
-- Two ids of one system stay two accounts, whatever their domains; across systems a domain, or else a name, joins two
-- accounts only where it is the only one of its kind in each system and nothing speaks against it. A hand may join any accounts,
-- and those that the joined ones are joined to; and part two, of which the later is then joined to none by rule.
with recursive identified as (
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
        identified.own_no,
        any_value(identified.source_system) as source_system,
        arg_max(identified.domain, identified.record_no) filter (where account_apart.record_no is null) as domain,
        arg_max(identified.name_key, identified.record_no) filter (where account_apart.record_no is null) as name_key,
    from identified
    left join canon.account_apart as account_apart on account_apart.record_no = identified.own_no
    group by identified.own_no
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
        min(coalesce(one_per_name.joined_no, by_domain.domain_no)) as ruled_no,
    from by_domain
    left join one_per_name using (name_key)
    group by by_domain.domain_no
),
ruled as (
    select identified.record_no, identified.preference, identified.own_no, by_domain.domain_no, by_name.ruled_no
    from identified
    join by_domain on by_domain.own_no = identified.own_no
    join by_name on by_name.domain_no = by_domain.domain_no
),
-- Nearly always empty.
hand as (
    select one.ruled_no as near_no, other.ruled_no as other_no, account_joined.made_at
    from canon.account_joined as account_joined
    join ruled as one on one.record_no = account_joined.record_no
    join ruled as other on other.record_no = account_joined.other_no
    where one.ruled_no <> other.ruled_no
),
bridge as (
    select near_no, other_no, made_at
    from hand
    union all
    select other_no, near_no, made_at
    from hand
),
reach as (
    select near_no, near_no as account_no
    from bridge
    union
    select bridge.other_no, reach.account_no
    from reach
    join bridge on bridge.near_no = reach.near_no
    where reach.account_no < bridge.other_no
),
furthest as (
    select near_no, min(account_no) as account_no
    from reach
    group by near_no
),
joined_at as (
    select near_no, max(made_at) as made_at
    from bridge
    group by near_no
)
select
    ruled.record_no,
    coalesce(furthest.account_no, ruled.ruled_no) as account_no,
    ruled.own_no,
    ruled.domain_no,
    ruled.ruled_no,
    joined_at.made_at as joined_at,
    row_number() over (
        partition by coalesce(furthest.account_no, ruled.ruled_no)
        order by ruled.preference, ruled.record_no desc
    ) as rank,
from ruled
left join furthest on furthest.near_no = ruled.ruled_no
left join joined_at on joined_at.near_no = ruled.ruled_no
