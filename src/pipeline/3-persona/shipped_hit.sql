-- One row per shipped phrase that counts in a title. Key: title_no, start, length, shape.
-- The longest phrase hides those inside it: "vice president" hides "president"; but one that says nothing of levels leaves
-- them ("it manager" keeps "manager"), and a frame (`chief * officer`) leaves functions. Of two that overlap the first has
-- the function: "information security" + "security officer". After "assistant to" or "office of the" a level is somebody
-- else's and a function counts half.
with hidden as (
    select
        inner_one.title_no,
        inner_one.start,
        inner_one.length,
        inner_one.shape,
        coalesce(bool_or(wider.shape = 'words') filter (where wider.stop >= inner_one.stop), false) as is_hidden,
        coalesce(bool_or(wider.hides_level) filter (where wider.stop >= inner_one.stop), false) as is_level_hidden,
        bool_or(wider.stop < inner_one.stop) as is_overlapped
    from persona.shipped_found as inner_one
    join persona.shipped_found as wider on wider.title_no = inner_one.title_no
        and (
            wider.start <= inner_one.start
            and wider.stop >= inner_one.stop
            and (
                wider.length > inner_one.length
                or (wider.length = inner_one.length and inner_one.shape = 'frame' and wider.shape = 'words')
            )
            or wider.start < inner_one.start
            and wider.stop > inner_one.start
            and wider.stop < inner_one.stop
            and wider.function is not null
        )
    where wider.length > 1
    group by inner_one.title_no, inner_one.start, inner_one.length, inner_one.shape
),
visible as (
    select
        found.* exclude (seniority, function, modifier, effect),
        case when not coalesce(hidden.is_level_hidden, false) then found.seniority end as seniority,
        case when hidden.title_no is null or not (hidden.is_hidden or hidden.is_overlapped) then found.function end as function,
        case when not coalesce(hidden.is_level_hidden, false) then found.modifier end as modifier,
        case when not coalesce(hidden.is_hidden, false) then found.effect end as effect
    from persona.shipped_found as found
    left join hidden using (title_no, start, length, shape)
    where not coalesce(hidden.is_hidden and hidden.is_level_hidden, false)
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
-- "retired" makes all of a title past, and so does "former" with a part of its own; else "former" makes past what follows.
past as (
    select
        visible.title_no,
        min(visible.post) as post,
        min(visible.start) as past_from,
        bool_or(visible.effect = 'former' or len(title_segment.words) = visible.length) as is_all_past
    from visible
    join persona.title_segment as title_segment using (title_no, segment)
    where visible.effect in ('former', 'ex')
    group by visible.title_no
),
-- The groups of words that "of", "and", "für", "de" make: how many of these stand before a phrase.
grouped as (
    select visible.title_no, visible.start, count(distinct joint.start) as joints
    from visible
    join visible as joint on joint.title_no = visible.title_no and joint.start < visible.start
    where joint.effect = 'joint' and visible.function is not null
    group by visible.title_no, visible.start
)
select
    visible.title_no,
    visible.segment,
    visible.post,
    visible.start,
    visible.length,
    visible.stop,
    visible.shape,
    visible.phrase,
    case when not scoped.is_scoped then visible.seniority end as seniority,
    case when not scoped.is_scoped and visible.seniority is not null then visible.seniority_rank end as seniority_rank,
    visible.function,
    case when scoped.is_scoped then visible.function_rank // 2 else visible.function_rank end as function_rank,
    case when not scoped.is_scoped then visible.modifier end as modifier,
    visible.effect,
    coalesce(past.is_all_past or (visible.post = past.post and visible.start > past.past_from), false) as is_past,
    cast(coalesce(grouped.joints, 0) as integer) as joints
from visible
left join scope on scope.title_no = visible.title_no and scope.post = visible.post
left join segment_scope on segment_scope.title_no = visible.title_no and segment_scope.segment = visible.segment
left join past on past.title_no = visible.title_no
left join grouped on grouped.title_no = visible.title_no and grouped.start = visible.start
cross join lateral (
    select coalesce(
        visible.start > scope.rest_from or visible.stop = scope.before_at or visible.start > segment_scope.segment_from, false
    ) as is_scoped
) as scoped
where coalesce(visible.seniority, visible.function, visible.modifier, visible.effect) is not null
