-- One row per run of 1 to 6 words inside a segment (to 12 where words are single CJK characters). Key: title_no, start, length.
-- `start` counts the title's words from 1; signs are not words.
with run as (
    select
        title_no,
        segment,
        post,
        words_before,
        words,
        unnest(range(1, len(words) + 1)) as first_word
    from persona.title_segment
),
bounded as (
    select
        *,
        case when regexp_matches(words[first_word], '^[a-z0-9]') then 6 else 12 end as longest
    from run
),
sized as (
    select
        *,
        unnest(range(1, least(longest, len(words) + 1 - first_word) + 1)) as length
    from bounded
)
select
    title_no,
    segment,
    post,
    cast(words_before + first_word as integer) as start,
    cast(length as integer) as length,
    array_to_string(words[first_word:first_word + length - 1], ' ') as phrase
from sized
