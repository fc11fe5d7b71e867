-- One row per distinct title whose function is not known. Key: title_no.
-- The commonest first is where a phrase of the user's own pays most.
with found as (
    select
        title_no,
        bool_or(effect = 'filler') as is_filler,
        bool_or(seniority is not null) as has_level
    from persona.phrase_hit
    group by title_no
)
select
    title.title_no,
    title.job_title,
    title.people,
    case
        when title.normalised = '' then 'no word'
        when found.is_filler then 'filler'
        when found.has_level then 'a level, no function'
        else 'no known phrase'
    end as reason
from persona.title as title
join persona.title_meaning as title_meaning using (title_no)
left join found using (title_no)
where title_meaning.function = 'unknown'
