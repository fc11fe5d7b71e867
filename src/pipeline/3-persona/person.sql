-- A view, one row per person: what the title says of the person, and the personas. Key: person_no.
-- People share profiles, so that a changed phrase or persona is worked out once a profile and never copied to a million people.
select
    person_profile.person_no,
    profile_meaning.title_no,
    profile_meaning.seniority,
    profile_meaning.function,
    profile_meaning.is_current,
    profile_meaning.modifiers,
    profile_meaning.persona_no,
    profile_meaning.persona,
    profile_meaning.personas,
    profile_meaning.phrases
from persona.person_profile as person_profile
join persona.profile_meaning as profile_meaning using (profile_no)
