-- One row per distinct job title as written. Key: title_no. `normalised` is what phrases are compared with.
-- `/` stays between posts and `,` between the parts of one post, so that no phrase reaches across them.
with distinct_title as (
    select job_title, count(*) as people
    from canon.person
    where job_title is not null
    group by job_title
),
-- HTML entities, full-width letters and digits, case, accents.
plain as (
    select
        job_title,
        people,
        strip_accents(lower(translate(
            case
                when contains(job_title, '&') then
                    regexp_replace(regexp_replace(job_title, '&(amp;)+', '&', 'gi'), '&(#x?[0-9a-f]+|[a-z]+);', ' ', 'gi')
                else job_title
            end,
            '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～　øØłŁđĐıİ',
            '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~ oOlLdDii'
        ))) as text
    from distinct_title
),
-- Initials lose their dots and slashes (c.e.o., a/p); marks of gender go (m/w/d, Leiter:in, Director/a, Kaufmann/-frau).
spelled as (
    select
        job_title,
        people,
        replace(replace(replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(text, '[(\[]?\b[mwfhvdx] ?[/|,*] ?[mwfhvdx](?: ?[/|,*] ?(?:[mwfhvdxian]|gn|div))*\b[)\]]?', ' ', 'g'),
                    '([a-z]{3})(?:[*:_/·•]-?(?:innen|in|ne|se|trice|euse|rice|ra|r|e|a|as)\b|\((?:innen|in|ne|se|trice|euse|rice|ra|r|e|a|as|s)\))', '\1', 'g'
                ),
                '\b([a-z])(?:\.|/([a-z])\b)', '\1\2', 'g'
            ),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'
        ) as text
    from plain
),
-- What parts two posts becomes `/`, what parts one post `,`, every other sign a space; a CJK character is a word.
signed as (
    select
        job_title,
        people,
        regexp_replace(
            regexp_replace(
                regexp_replace(replace(text, '&', ' and '), '[/|;\\•·\n]+', ' / ', 'g'),
                '[,:()\[\]{}–—]+|\s-+\s', ' , ', 'g'
            ),
            '[^\p{L}\p{N},/]+', ' ', 'g'
        ) as text
    from spelled
),
worded as (
    select
        job_title,
        people,
        case
            when length(text) = strlen(text) then text
            else regexp_replace(text, '([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー])', ' \1 ', 'g')
        end as text
    from signed
)
select
    cast(row_number() over (order by job_title) as integer) as title_no,
    job_title,
    trim(regexp_replace(text, '\s+', ' ', 'g')) as normalised,
    cast(people as integer) as people
from worded
