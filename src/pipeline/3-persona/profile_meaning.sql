-- One row per profile: a distinct title, with whatever else the personas ask of a person. Key: profile_no.
-- A persona that a phrase of the user's own names is the persona, else the first in order whose condition is met; all are kept.
-- Without a title a post counts as current.
with named as (
    select hit.title_no, min(kind.persona_no) as persona_no
    from persona.title_hit as hit
    join config.persona as kind on kind.persona = hit.value
    where hit.axis = 'persona'
    group by hit.title_no
),
fitting as (
    select profile_no, persona_no, bool_or(is_named) as is_named
    from (
        select profile_no, persona_no, false as is_named
        from persona.match
        union all
        select profile.profile_no, named.persona_no, true
        from named
        join persona.profile as profile using (title_no)
    )
    group by profile_no, persona_no
),
matched as (
    select
        fitting.profile_no,
        coalesce(min(kind.persona_no) filter (where fitting.is_named), min(kind.persona_no)) as persona_no,
        coalesce(min(kind.persona) filter (where fitting.is_named), arg_min(kind.persona, kind.persona_no)) as persona,
        list(kind.persona order by kind.persona_no) as personas
    from fitting
    join config.persona as kind using (persona_no)
    group by fitting.profile_no
)
select
    profile.profile_no,
    profile.title_no,
    coalesce(title_meaning.seniority, 'unknown') as seniority,
    coalesce(title_meaning.function, 'unknown') as function,
    coalesce(title_meaning.is_current, true) as is_current,
    coalesce(title_meaning.modifiers, cast([] as text[])) as modifiers,
    matched.persona_no,
    matched.persona,
    coalesce(matched.personas, cast([] as text[])) as personas,
    coalesce(title_meaning.phrases, cast([] as text[])) as phrases
from persona.profile as profile
left join persona.title_meaning as title_meaning using (title_no)
left join matched using (profile_no)
