-- One row per distinct title. Key: title_no.
-- A known function without a word for a level is staff; nothing known is unknown.
with decided as (
    select
        title_no,
        max(case when axis = 'seniority' then value end) as seniority,
        max(case when axis = 'function' then value end) as function,
        bool_or(axis = 'time') as is_past,
        list_sort(list_distinct(list(value) filter (where axis = 'modifier'))) as modifiers,
        list_sort(list_distinct(list(phrase))) as phrases
    from persona.title_hit
    group by title_no
)
select
    title.title_no,
    coalesce(decided.seniority, case when decided.function is not null then 'staff' else 'unknown' end) as seniority,
    coalesce(decided.function, 'unknown') as function,
    not coalesce(decided.is_past, false) as is_current,
    coalesce(decided.modifiers, cast([] as text[])) as modifiers,
    coalesce(decided.phrases, cast([] as text[])) as phrases
from persona.title as title
left join decided using (title_no)
