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
dictionary as (
    select map(list(word), list(meaning)) as meanings
    from config.company_word
),
understood as (
    select
        named.name_key,
        named.is_account,
        list_filter(
            list_transform(string_split(named.name_key, ' '), lambda word: coalesce(
                dictionary.meanings[word],
                case
                    when length(word) > 4 and ends_with(word, 'ies') then left(word, length(word) - 3) || 'y'
                    when length(word) > 3 and ends_with(word, 's') and not ends_with(word, 'ss') then left(word, length(word) - 1)
                    else word
                end
            )),
            lambda word: word <> ''
        ) as words,
    from named
    cross join dictionary
)
select
    cast(row_number() over () as integer) as spelling_no,
    name_key,
    is_account,
    words,
    array_to_string(words, '') as letters,
from understood
where len(words) > 0
