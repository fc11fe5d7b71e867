-- One row per place where a phrase of the shipped dictionary stands in a title. Key: title_no, start, length, shape, phrase.
-- Kept apart from the user's own phrases, so that adding one does not look up ten thousand others again.
with word as (
    select title_no, segment, post, start, phrase
    from persona.title_phrase
    where length = 1
),
-- `chief * officer`: two words with one to four between them.
frame as (
    select
        *,
        split_part(phrase, ' * ', 1) as opening,
        split_part(phrase, ' * ', 2) as closing
    from config.phrase
    where shape = 'frame'
),
frame_hit as (
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
        and closing.start between opening.start + 2 and opening.start + 5
),
-- Compounds (Vertriebsleiter): the longest listed beginning and the longest listed end of a word, three letters or more left.
long_word as (
    select distinct phrase as word
    from word
    where length(phrase) >= 7
),
cut as (
    select word, unnest(range(3, least(length(word) - 2, 17))) as letters
    from long_word
),
compound as (
    select cut.word, listed.phrase_no, listed.shape, cut.letters
    from cut
    join config.phrase as listed on listed.shape = 'prefix' and listed.phrase = left(cut.word, cut.letters)
    union all
    select cut.word, listed.phrase_no, listed.shape, cut.letters
    from cut
    join config.phrase as listed on listed.shape = 'suffix' and listed.phrase = right(cut.word, cut.letters)
),
longest as (
    select word, shape, arg_max(phrase_no, letters) as phrase_no
    from compound
    group by word, shape
),
hit as (
    select found.title_no, found.segment, found.post, found.start, found.length, listed.phrase_no
    from persona.title_phrase as found
    join config.phrase as listed on listed.shape = 'words' and listed.phrase = found.phrase
    union all
    select title_no, segment, post, start, length, phrase_no
    from frame_hit
    union all
    select word.title_no, word.segment, word.post, word.start, 1, longest.phrase_no
    from word
    join longest on longest.word = word.phrase
)
select
    hit.title_no,
    hit.segment,
    hit.post,
    hit.start,
    hit.length,
    phrase.shape,
    phrase.label as phrase,
    phrase.seniority,
    phrase.seniority_rank,
    phrase.function,
    phrase.function_rank,
    phrase.modifier,
    phrase.effect,
    phrase.hides_level
from hit
join config.phrase as phrase using (phrase_no)
