-- One row per phrase that counts in a title. Key: title_no, start, length, shape, phrase.
-- The longest phrase hides those inside it: "vice president" hides "president"; but one that says nothing of levels leaves them
-- ("it manager" keeps "manager"), and a frame (`chief * officer`) leaves functions.
-- After "assistant to", "office of the" a level is somebody else's and a function counts less. Effects: see the dictionary.
with hit as (
    select *, false as is_own
    from persona.shipped_hit
    union all
    select
        found.title_no,
        found.segment,
        found.post,
        found.start,
        found.length,
        'words',
        own.label,
        own.seniority,
        own.seniority_rank,
        own.function,
        own.function_rank,
        own.modifier,
        own.effect,
        own.hides_level,
        true
    from persona.title_phrase as found
    join config.user_phrase as own on own.phrase = found.phrase
),
-- Whole words stand before parts of a word, so that a listed compound hides its parts.
spanned as (
    select
        *,
        start + length as stop,
        max(case when shape = 'words' then start + length end) over wider as hidden_to,
        max(case when hides_level then start + length end) over wider as level_hidden_to
    from hit
    window wider as (
        partition by title_no
        order by start, length desc, case when shape = 'words' then 0 else 1 end
        range between unbounded preceding and current row exclude group
    )
),
visible as (
    select
        title_no,
        segment,
        post,
        start,
        length,
        stop,
        shape,
        phrase,
        is_own,
        case when coalesce(stop > level_hidden_to, true) then seniority end as seniority,
        seniority_rank,
        case when coalesce(stop > hidden_to, true) then function end as function,
        function_rank,
        case when coalesce(stop > level_hidden_to, true) then modifier end as modifier,
        case when coalesce(stop > hidden_to, true) then effect end as effect,
        count(*) filter (where effect = 'joint') over (partition by title_no order by start) as phrase_group
    from spanned
    where not coalesce(stop <= hidden_to and stop <= level_hidden_to, false)
),
scope as (
    select
        title_no,
        post,
        min(case when effect = 'rest' then start end) as rest_from,
        max(case when effect = 'before' then start end) as before_at
    from visible
    where effect in ('rest', 'before')
    group by title_no, post
),
segment_scope as (
    select title_no, segment, min(start) as segment_from
    from visible
    where effect = 'segment'
    group by title_no, segment
),
past as (
    select
        visible.title_no,
        min(visible.post) as post,
        min(visible.start) as ex_from,
        bool_or(visible.effect = 'former' or len(title_segment.words) = visible.length) as is_all_former
    from visible
    join persona.title_segment as title_segment using (title_no, segment)
    where visible.effect in ('former', 'ex')
    group by visible.title_no
),
judged as (
    select
        visible.*,
        coalesce(
            visible.start > scope.rest_from
            or visible.stop = scope.before_at
            or visible.start > segment_scope.segment_from,
            false
        ) as is_scoped,
        coalesce(past.is_all_former or (visible.post = past.post and visible.start > past.ex_from), false) as is_former
    from visible
    left join scope on scope.title_no = visible.title_no and scope.post = visible.post
    left join segment_scope on segment_scope.title_no = visible.title_no and segment_scope.segment = visible.segment
    left join past on past.title_no = visible.title_no
)
select
    title_no,
    segment,
    post,
    start,
    length,
    shape,
    phrase,
    is_own,
    case when not is_scoped then seniority end as seniority,
    case when not is_scoped and seniority is not null then seniority_rank end as seniority_rank,
    function,
    case when is_scoped then function_rank // 2 else function_rank end as function_rank,
    case when not is_scoped then modifier end as modifier,
    effect,
    is_former,
    cast(phrase_group as integer) as phrase_group
from judged
