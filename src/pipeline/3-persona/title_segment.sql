-- One row per part of a title that has words. Key: title_no, segment.
-- Posts (`/`) are numbered by `post`, the parts of a post (`,`) by `segment` through the whole title.
with post as (
    select
        title_no,
        unnest(string_split(normalised, '/')) as text,
        generate_subscripts(string_split(normalised, '/'), 1) as post
    from persona.written_title
),
part as (
    select
        title_no,
        post,
        unnest(string_split(text, ',')) as text,
        generate_subscripts(string_split(text, ','), 1) as part
    from post
),
worded as (
    select
        title_no,
        post,
        part,
        string_split(trim(text), ' ') as words
    from part
    where trim(text) <> ''
),
placed as (
    select
        title_no,
        cast(post as integer) as post,
        words,
        row_number() over in_order as segment,
        sum(len(words)) over in_order - len(words) as words_before
    from worded
    window in_order as (partition by title_no order by post, part rows between unbounded preceding and current row)
)
select
    title_no,
    cast(segment as integer) as segment,
    post,
    cast(words_before as integer) as words_before,
    words
from placed
