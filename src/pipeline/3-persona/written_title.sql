-- One row per distinct job title as written. Key: title_no. `normalised` is what phrases are compared with: plain words.
-- `/` stays between posts and `,` between the parts of one post, so that no phrase reaches across them.
-- German i.R. and a.D. (retired) are told from I.R. (investor relations) and an Italian A.D. or a.d. by their case.
with distinct_title as (
    select
        job_title,
        lower(case
            when contains(job_title, 'i.') or contains(job_title, 'a.D') then
                regexp_replace(regexp_replace(job_title, '\bi\.[Rr]\b\.?', 'i r ', 'g'), '\ba\.D\b\.?', 'a d ', 'g')
            else job_title
        end) as text,
        count(*) as people
    from canon.person
    where job_title is not null
    group by job_title
),
-- Most titles are letters and single spaces already, and skip the rest.
told_apart as (
    select *, regexp_full_match(text, '[a-z0-9]+( [a-z0-9]+)*') as is_plain
    from distinct_title
),
-- HTML entities; full-width signs (the code points from 65281 are those of ASCII from 33); accents; letters that are two.
lettered as (
    select
        job_title,
        people,
        is_plain,
        case
            when is_plain then text
            when length(text) = strlen(text) then entityless
            else replace(replace(replace(replace(replace(strip_accents(lower(
                case
                    when regexp_matches(entityless, '[！-～　]') then
                        array_to_string([
                            case
                                when unicode(sign) between 65281 and 65374 then chr(unicode(sign) - 65248)
                                when sign = '　' then ' '
                                else sign
                            end
                            for sign in string_split(entityless, '')
                        ], '')
                    else entityless
                end
            )), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'ø', 'o'), 'ł', 'l')
        end as text
    from (
        select
            *,
            case
                when contains(text, '&') then
                    regexp_replace(regexp_replace(text, '&(amp;)+', '&', 'g'), '&(#x?[0-9a-f]+|[a-z]+);', ' ', 'g')
                else text
            end as entityless
        from told_apart
    )
),
-- Marks of gender go (m/w/d, Leiter:in, Director/a); initials lose their dots and slashes (c.e.o., a/p).
spelled as (
    select
        * exclude (text),
        case
            when is_plain or not regexp_matches(text, '[./(\[*:_·•]') then text
            else regexp_replace(
                regexp_replace(
                    regexp_replace(text, '[(\[]?\b[mwfhvdx] ?[/|,*] ?[mwfhvdx](?: ?[/|,*] ?(?:[mwfhvdxian]|gn|div))*\b[)\]]?', ' ', 'g'),
                    '([a-z]{3})(?:[*:_/·•]-?(?:innen|in|ne|se|trice|euse|rice|ra|r|e|a|as)\b|\((?:innen|in|ne|se|trice|euse|rice|ra|r|e|a|as|s)\))', '\1', 'g'
                ),
                '\b([a-z])(?:\.|/([a-z])\b)', '\1\2', 'g'
            )
        end as text
    from lettered
),
-- What parts two posts becomes `/`, what parts one post `,`, every other sign a space; a CJK character is a word.
signed as (
    select
        * exclude (text),
        case
            when is_plain then text
            else regexp_replace(
                regexp_replace(
                    regexp_replace(replace(text, '&', ' and '), '[/|;\\•·\n]+', ' / ', 'g'),
                    '[,:()\[\]{}–—]+|\s-+\s', ' , ', 'g'
                ),
                '[^\p{L}\p{N},/]+', ' ', 'g'
            )
        end as text
    from spelled
)
select
    cast(row_number() over (order by job_title) as integer) as title_no,
    job_title,
    case
        when is_plain then text
        when length(text) = strlen(text) then trim(text)
        else trim(regexp_replace(
            regexp_replace(text, '([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー])', ' \1 ', 'g'), ' +', ' ', 'g'
        ))
    end as normalised,
    cast(people as integer) as people
from signed
