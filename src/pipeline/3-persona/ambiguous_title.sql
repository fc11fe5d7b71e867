-- One row per distinct title and phrase of several meanings that decides its level or function. Key: title_no, phrase.
-- Settled where another word of the title says what is meant, or a phrase of the user's own says level, function or persona.
with phrase as (
    select phrase, count(distinct seniority) > 1 as is_level_open
    from config.phrase_reading
    group by phrase
),
settled as (
    select title_no
    from persona.own_hit
    where axis in ('seniority', 'function', 'persona')
    union all
    select local_title.title_no
    from persona.own_hit as own
    join persona.local_title as local_title on local_title.written_no = own.title_no
    where own.axis in ('seniority', 'function', 'persona')
),
open_hit as (
    select distinct hit.title_no, hit.phrase
    from persona.title_hit as hit
    join phrase using (phrase)
    join persona.title_meaning as title_meaning using (title_no)
    where title_meaning.is_current
        and (hit.axis = 'function' or (hit.axis = 'seniority' and (phrase.is_level_open or title_meaning.function = 'unknown')))
)
select
    open_hit.title_no,
    title.job_title,
    title.people,
    open_hit.phrase
from open_hit
join persona.title as title using (title_no)
where open_hit.title_no not in (select title_no from settled)
