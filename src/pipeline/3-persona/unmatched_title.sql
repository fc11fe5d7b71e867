-- One row per distinct title whose function is not known. Key: title_no.
-- The commonest are where a phrase of the user's own pays most.
with filler as (
    select distinct title_no
    from persona.shipped_hit
    where effect = 'filler'
)
select
    title.title_no,
    title.job_title,
    title.people,
    case
        when title.normalised = '' then 'no word'
        when title_meaning.seniority <> 'unknown' then 'a level, no function'
        when filler.title_no is not null then 'filler'
        else 'no known phrase'
    end as reason
from persona.title as title
join persona.title_meaning as title_meaning using (title_no)
left join filler using (title_no)
where title_meaning.function = 'unknown'
