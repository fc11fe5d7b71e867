-- One row per text and part of it, its asset or its address, that has words. Key: text_no, part.
-- Words are as toKeywordWords makes them of keywords: signs part words but for a + or # that ends one (C++, C#); in an address + is a space.
with part as (
    select text_no, 'asset' as part, asset as text
    from score.keyword_text
    where asset is not null
    union all
    select
        text_no,
        'url',
        -- An address may be encoded in no way we know: it is read as it stands then.
        coalesce(try(url_decode(spaced)), spaced),
    from (
        select
            text_no,
            replace(replace(regexp_replace(url, '^[a-zA-Z][a-zA-Z0-9+.-]*://', ''), '+', ' '), '#', ' ') as spaced,
        from score.keyword_text
        where url is not null
    )
),
lettered as (
    select
        text_no,
        part,
        replace(replace(replace(replace(replace(strip_accents(lower(text)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'ø', 'o'), 'ł', 'l') as text,
    from part
),
worded as (
    select
        text_no,
        part,
        trim(regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(text, '[^\p{L}\p{N}+#]+', ' ', 'g'),
                        '(^| )[+#]+', '\1', 'g'
                    ),
                    '[+#]+([\p{L}\p{N}])', ' \1', 'g'
                ),
                '([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー])', ' \1 ', 'g'
            ),
            ' +', ' ', 'g'
        )) as text,
    from lettered
)
select
    text_no,
    part,
    string_split(text, ' ') as words,
from worded
where text <> ''
