-- One row per title, axis (seniority, function, persona, modifier, time) and phrase that decides it. Key: title_no, axis, start, length, phrase.
-- What the user says of a title's level or function stands in place of what the dictionary says.
with own_axis as (
    select distinct title_no, axis
    from persona.own_hit
    where axis in ('seniority', 'function')
)
select shipped.*
from persona.shipped_choice as shipped
left join own_axis using (title_no, axis)
where own_axis.title_no is null
union all
select *
from persona.own_hit
