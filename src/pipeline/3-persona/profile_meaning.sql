-- One row per profile: a distinct title, with whatever else the personas ask of a person. Key: profile_no.
-- The first persona in order is the persona; all that match are kept. Without a title a post counts as current.
with matched as (
    select
        match.profile_no,
        min(kind.persona_no) as persona_no,
        arg_min(kind.persona, kind.persona_no) as persona,
        list(kind.persona order by kind.persona_no) as personas
    from persona.match as match
    join config.persona as kind using (persona_no)
    group by match.profile_no
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
