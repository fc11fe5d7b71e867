-- One row per text and keyword that stands in it. Key: text_no, keyword_no.
-- Whole words in their order: a join finds the first word, and only there the others are compared.
with word as (
    select
        text_no,
        part,
        unnest(words) as word,
        generate_subscripts(words, 1) as start,
    from score.keyword_segment
),
begun as (
    select word.text_no, word.part, word.start, keyword.keyword_no, keyword.product_no, keyword.phrase, keyword.words
    from word
    join config.keyword as keyword on keyword.first_word = word.word
),
found as (
    select text_no, keyword_no, product_no
    from begun
    where words = 1
    union
    select begun.text_no, begun.keyword_no, begun.product_no
    from begun
    join score.keyword_segment as segment
        on segment.text_no = begun.text_no and segment.part = begun.part
    where begun.words > 1
        and array_to_string(segment.words[begun.start:begun.start + begun.words - 1], ' ') = begun.phrase
)
select text_no, keyword_no, product_no
from found
