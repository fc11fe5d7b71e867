-- One row per company name to compare: those of accounts and those that no account bears. Key: spelling_no.
-- Abbreviated words are written out, the plural's s is dropped, "and" and "the" are left out: "The Bolt Techs" is "bolt technology".
with named as (
    select name_key, true as is_account
    from canon.account_record
    where name_key is not null and (select count(*) from canon.loose_company) > 0
    group by name_key
    union all
    select name_key, false
    from canon.loose_company
),
numbered as (
    select *, cast(row_number() over (order by is_account, name_key) as integer) as spelling_no
    from named
),
spread as (
    select spelling_no, unnest(string_split(name_key, ' ')) as word, generate_subscripts(string_split(name_key, ' '), 1) as position
    from numbered
),
understood as (
    select
        spread.spelling_no,
        spread.position,
        coalesce(
            company_word.meaning,
            case
                when length(spread.word) > 4 and ends_with(spread.word, 'ies') then left(spread.word, length(spread.word) - 3) || 'y'
                when length(spread.word) > 3 and ends_with(spread.word, 's') and not ends_with(spread.word, 'ss')
                    then left(spread.word, length(spread.word) - 1)
                else spread.word
            end
        ) as word,
    from spread
    left join config.company_word as company_word using (word)
),
listed as (
    select spelling_no, list(word order by position) as words
    from understood
    where word <> ''
    group by spelling_no
)
select
    spelling_no,
    numbered.name_key,
    numbered.is_account,
    listed.words,
    array_to_string(listed.words, '') as letters,
from numbered
join listed using (spelling_no)
