-- One row per place where a phrase of the shipped dictionary stands in a title. Key: title_no, start, length, shape.
-- In a compound (Vertriebsleiter) the longest listed beginning and the longest listed end stand; a listed compound
-- that says nothing of levels (Schulleiter) leaves the level to its end.
with word as (
    select title_no, segment, post, start, phrase
    from persona.title_phrase
    where length = 1
),
-- `chief * officer`: two words with one to six between them.
frame as (
    select
        phrase_no,
        split_part(phrase, ' * ', 1) as opening,
        split_part(phrase, ' * ', 2) as closing
    from config.phrase
    where shape = 'frame'
),
frame_place as (
    select
        opening.title_no,
        opening.segment,
        opening.post,
        opening.start,
        cast(closing.start - opening.start + 1 as integer) as length,
        frame.phrase_no
    from frame
    join word as opening on opening.phrase = frame.opening
    join word as closing on closing.title_no = opening.title_no
        and closing.segment = opening.segment
        and closing.phrase = frame.closing
        and closing.start between opening.start + 2 and opening.start + 7
),
long_word as (
    select word.phrase as word, bool_or(listed.phrase_no is not null) as is_listed
    from word
    left join config.phrase as listed on listed.shape = 'words' and listed.phrase = word.phrase
    where length(word.phrase) >= 6
        and not coalesce(listed.hides_level, false)
    group by word.phrase
),
cut as (
    select word, is_listed, unnest(range(3, least(length(word) - 2, 17))) as letters
    from long_word
),
part as (
    select cut.word, cut.is_listed, cut.letters, listed.phrase_no, listed.shape
    from cut
    join config.phrase as listed on listed.shape = 'prefix' and listed.phrase = left(cut.word, cut.letters)
    where not cut.is_listed
    union all
    select cut.word, cut.is_listed, cut.letters, listed.phrase_no, listed.shape
    from cut
    join config.phrase as listed on listed.shape = 'suffix' and listed.phrase = right(cut.word, cut.letters)
),
longest_part as (
    select word, is_listed, shape, arg_max(phrase_no, letters) as phrase_no
    from part
    group by word, is_listed, shape
),
place as (
    select found.title_no, found.segment, found.post, found.start, found.length, false as is_level_only, listed.phrase_no
    from persona.title_phrase as found
    join config.phrase as listed on listed.shape = 'words' and listed.phrase = found.phrase
    union all
    -- What must stand alone is all of the first part of a title.
    select found.title_no, found.segment, found.post, found.start, found.length, false, listed.phrase_no
    from config.phrase as listed
    join persona.title_phrase as found on found.phrase = listed.phrase
    join persona.title_segment as part on part.title_no = found.title_no and part.segment = found.segment
    where listed.shape = 'alone' and found.start = 1 and len(part.words) = found.length
    union all
    select title_no, segment, post, start, length, false, phrase_no
    from frame_place
    union all
    select word.title_no, word.segment, word.post, word.start, 1, longest_part.is_listed, longest_part.phrase_no
    from word
    join longest_part on longest_part.word = word.phrase
)
select
    place.title_no,
    place.segment,
    place.post,
    place.start,
    place.length,
    place.start + place.length as stop,
    phrase.shape,
    phrase.label as phrase,
    phrase.seniority,
    phrase.seniority_rank,
    case when not place.is_level_only then phrase.function end as function,
    phrase.function_rank,
    phrase.modifier,
    case when not place.is_level_only then phrase.effect end as effect,
    phrase.hides_level
from place
join config.phrase as phrase using (phrase_no)
