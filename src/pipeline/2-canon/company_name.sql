-- One row per company name as somebody wrote it. Key: company_name.
-- Case, accents, punctuation and legal forms at the end do not tell companies apart: "Müller GmbH & Co. KG" is "muller".
with written as (
    select account_name as company_name
    from ingest.account
    union
    select company_name
    from ingest.person
    union
    select account_id
    from ingest.opportunity
    union
    select account_id
    from ingest.membership_override
    union
    select parent_account_id
    from ingest.account
),
plain_name as (
    select
        company_name,
        trim(regexp_replace(replace(lower(strip_accents(company_name)), '.', ''), '[^\p{L}\p{N}]+', ' ', 'g')) as plain,
    from written
    where company_name is not null
        and lower(trim(company_name)) not in (select word from config.filler)
),
numbered as (
    select plain, row_number() over () as plain_no, string_split(plain, ' ') as words
    from plain_name
    where plain <> ''
    group by plain
),
spread as (
    select plain_no, unnest(words) as word, generate_subscripts(words, 1) as position
    from numbered
),
telling as (
    select spread.plain_no, max(spread.position) as last_position
    from spread
    left join config.company_suffix as company_suffix using (word)
    where company_suffix.word is null
    group by spread.plain_no
)
select
    plain_name.company_name,
    array_to_string(numbered.words[1:coalesce(telling.last_position, len(numbered.words))], ' ') as name_key,
from plain_name
join numbered using (plain)
left join telling using (plain_no)
