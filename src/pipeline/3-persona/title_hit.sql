-- One row per title, axis (seniority, function, persona, modifier, time) and phrase that decides it. Key: title_no, axis, start, length, phrase.
-- What the user says of a title's level or function stands in place of what the dictionary says, and the dictionary's level is
-- read as the playbook chooses, for everybody or for those of a place. Of several levels the highest as shipped is the one read so.
with own_axis as (
    select distinct title_no, axis
    from persona.own_hit
    where axis in ('seniority', 'function')
),
hit as (
    select shipped.*, shipped.axis = 'seniority' as is_open
    from persona.shipped_choice as shipped
    left join own_axis using (title_no, axis)
    where own_axis.title_no is null
    union all
    select *, false
    from persona.own_hit
)
select
    hit.title_no,
    hit.start,
    hit.length,
    hit.phrase,
    hit.axis,
    coalesce(choice.level, hit.value) as value
from hit
left join config.level_choice as choice on choice.phrase = hit.phrase and choice.place = 'anywhere' and hit.is_open
union all
select
    local_title.title_no,
    hit.start,
    hit.length,
    hit.phrase,
    hit.axis,
    coalesce(choice.level, hit.value)
from persona.local_title as local_title
join hit on hit.title_no = local_title.written_no
left join config.level_choice as choice on choice.phrase = hit.phrase and choice.place = local_title.place and hit.is_open
