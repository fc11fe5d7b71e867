-- One row per two people who may be one. Key: one_no, other_no.
-- Looked for among those who share an account and a name, an address but for its ending, or a phone. What more than five
-- people share tells none of them from the others: a thousand records named "Info Desk" propose nobody. Two addresses at one
-- domain with two job titles are two people's, unless they share a phone.
with named as (
    select
        person_no,
        account_no,
        case
            when contains(full_name, ',') then trim(split_part(full_name, ',', 2)) || ' ' || trim(split_part(full_name, ',', 1))
            else full_name
        end as name,
    from (
        select person_no, account_no, trim(lower(strip_accents(full_name))) as full_name
        from canon.person
        where account_no is not null
    )
),
-- Numbers only, so that a million people's names are not kept beside them.
block as (
    select hash('name', account_no, name) as block_no, person_no
    from named
    where name <> ''
    union all
    select hash('last name', account_no, left(name, 1), split_part(name, ' ', -1)), person_no
    from named
    where contains(name, ' ')
    union all
    select hash('address', left(email, strpos(email, '@')), split_part(email_domain, '.', 1)), person_no
    from canon.person
    where contains(email, '@')
    union all
    select hash('phone', right(translate(phone, ' ()-./+', ''), 9)), person_no
    from canon.person
    where length(phone) >= 7
),
small as (
    select block_no
    from block
    group by block_no
    having count(*) between 2 and 5
),
shared as (
    select block.block_no, block.person_no
    from block
    join small using (block_no)
),
found as (
    select distinct one.person_no as one_no, other.person_no as other_no
    from shared as one
    join shared as other on other.block_no = one.block_no and other.person_no > one.person_no
),
plain as (
    select
        person_no,
        account_no,
        nullif(trim(lower(strip_accents(full_name))), '') as name,
        nullif(left(email, greatest(0, strpos(email, '@') - 1)), '') as local_part,
        email_domain,
        right(translate(phone, ' ()-./+', ''), 9) as phone_key,
        lower(trim(job_title)) as title,
    from canon.person
    where person_no in (select person_no from shared)
),
person as (
    select
        plain.person_no,
        plain.account_no,
        case
            when plain.name in (select word from config.filler) then null
            when contains(plain.name, ',') then trim(split_part(plain.name, ',', 2)) || ' ' || trim(split_part(plain.name, ',', 1))
            -- One word is no full name, unless it is written without blanks between.
            when contains(plain.name, ' ') or strlen(plain.name) > length(plain.name) then plain.name
        end as name_key,
        case when shared_mailbox.local_part is null then plain.local_part end as local_part,
        plain.email_domain,
        case when length(plain.phone_key) >= 7 then plain.phone_key end as phone_key,
        plain.title,
    from plain
    left join config.shared_mailbox as shared_mailbox on shared_mailbox.local_part = plain.local_part
),
compared as (
    select
        found.one_no,
        found.other_no,
        one.name_key is null or other.name_key is null as is_nameless,
        coalesce(one.name_key = other.name_key, false) as is_name,
        coalesce(
            split_part(one.name_key, ' ', -1) = split_part(other.name_key, ' ', -1) and (
                starts_with(replace(split_part(one.name_key, ' ', 1), '.', ''), replace(split_part(other.name_key, ' ', 1), '.', ''))
                or starts_with(replace(split_part(other.name_key, ' ', 1), '.', ''), replace(split_part(one.name_key, ' ', 1), '.', ''))
            )
            or jaro_winkler_similarity(one.name_key, other.name_key) >= 0.96,
            false
        ) as is_near_name,
        coalesce(one.account_no = other.account_no, false) as is_account,
        coalesce(one.local_part = other.local_part, false) as is_mailbox,
        coalesce(one.phone_key = other.phone_key, false) as is_phone,
        coalesce(one.title = other.title, false) as is_title,
        coalesce(one.title <> other.title, false) as is_other_title,
        coalesce(one.email_domain = other.email_domain, false) as is_one_domain,
    from found
    join person as one on one.person_no = found.one_no
    join person as other on other.person_no = found.other_no
)
select
    one_no,
    other_no,
    concat_ws(
        ', ',
        case when is_name then 'same name' when is_near_name then 'similar name' end,
        case when is_account then 'same account' end,
        case when is_mailbox then 'same address before the @' end,
        case when is_phone then 'same phone' end,
        case when is_title then 'same job title' end
    ) as evidence,
    -- Each reason takes a part of the doubt that is left; two addresses at one domain, or two titles, speak for two people.
    cast(round((
        1 - case when is_name then 0.4 when is_near_name then 0.6 else 1 end
            * case when is_account then 0.75 else 1 end
            * case when is_mailbox then 0.5 else 1 end
            * case when is_phone then 0.5 else 1 end
            * case when is_title then 0.8 else 1 end
    ) * case when is_one_domain and not is_phone then 0.8 else 1 end
        * case when is_other_title and not is_phone then 0.85 else 1 end, 2) as double) as score,
from compared
where (is_name or is_near_name or (is_nameless and (is_mailbox or is_phone) and is_account))
    and not (is_one_domain and is_other_title and not is_phone)
