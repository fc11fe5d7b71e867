-- A gate: one row per title, axis (persona among them) and phrase of the user's own that decides it. Key: title_no, axis, start, length.
-- A table of its own, so that a new phrase is looked for in the titles and nothing shipped is looked up again.
-- A phrase inside a longer one, shipped or own, does not count; nor does a level that is somebody else's or past.
with found as (
    select
        found.title_no,
        found.segment,
        found.post,
        found.start,
        found.length,
        found.start + found.length as stop,
        own.*
    from persona.title_phrase as found
    join config.user_phrase as own using (phrase)
    join persona.title_segment as part using (title_no, segment)
    -- Alone is all of the first part of a title.
    where not own.is_alone or (found.start = 1 and found.length = len(part.words))
),
wider as (
    select title_no, start, stop, hides_level
    from found
    union all
    select title_no, start, stop, hides_level
    from persona.shipped_found
    where shape = 'words' and length > 1
),
hidden as (
    select found.title_no, found.start, found.length, bool_or(wider.hides_level) as is_level_hidden
    from found
    join wider on wider.title_no = found.title_no
        and wider.start <= found.start
        and wider.stop >= found.stop
        and wider.stop - wider.start > found.length
    group by found.title_no, found.start, found.length
),
scope as (
    select
        found.title_no,
        found.start,
        found.length,
        bool_or(
            (hit.effect = 'rest' and hit.post = found.post and hit.start < found.start)
            or (hit.effect = 'segment' and hit.segment = found.segment and hit.start < found.start)
            or (hit.effect = 'before' and hit.start = found.stop)
        ) as is_scoped,
        bool_or(
            hit.effect = 'former' or (hit.effect = 'ex' and hit.post = found.post and hit.start < found.start)
        ) as is_past
    from found
    join persona.shipped_hit as hit on hit.title_no = found.title_no
    where hit.effect in ('rest', 'segment', 'before', 'former', 'ex')
    group by found.title_no, found.start, found.length
),
-- A title with a post of today leaves out those of the past, as with shipped phrases.
still_held as (
    select title_no
    from persona.shipped_choice
    where axis in ('seniority', 'function', 'time')
    group by title_no
    having not bool_or(axis = 'time')
),
judged as (
    select
        found.*,
        coalesce(scope.is_past, false) as is_past,
        case when not coalesce(hidden.is_level_hidden or scope.is_scoped, false) then found.seniority end as level,
        case when hidden.title_no is null and not coalesce(scope.is_scoped, false) then found.function end as area,
        case when not coalesce(hidden.is_level_hidden or scope.is_scoped, false) then found.modifier end as qualifier,
        case when hidden.title_no is null and not coalesce(scope.is_scoped, false) then found.persona end as kind
    from found
    left join hidden using (title_no, start, length)
    left join scope using (title_no, start, length)
    left join still_held using (title_no)
    where not (coalesce(scope.is_past, false) and still_held.title_no is not null)
),
-- Of several the highest level, and the longest, latest function and persona.
top as (
    select
        title_no,
        max(seniority_rank * 100 - start) filter (where level is not null) as seniority_score,
        max(length * 100 + start) filter (where area is not null) as function_score,
        max(length * 100 + start) filter (where kind is not null) as persona_score
    from judged
    group by title_no
)
select title_no, start, length, label as phrase, 'seniority' as axis, level as value
from judged
join top using (title_no)
where level is not null and seniority_rank * 100 - start = seniority_score
union all
select title_no, start, length, label, 'function', area
from judged
join top using (title_no)
where area is not null and length * 100 + start = function_score
union all
select title_no, start, length, label, 'persona', kind
from judged
join top using (title_no)
where kind is not null and length * 100 + start = persona_score
union all
select title_no, start, length, label, 'modifier', qualifier
from judged
where qualifier is not null
union all
select title_no, start, length, label, 'time', 'former'
from judged
where is_past
