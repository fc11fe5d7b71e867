-- One row per persona, and one for people with none. Key: persona_no (null for none).
-- Each person counts once, for the first persona that matches.
with counted as (
    select persona_no, count(*) as people
    from persona.person
    group by persona_no
)
select
    personas.persona_no,
    personas.persona,
    cast(coalesce(counted.people, 0) as integer) as people,
from config.persona as personas
left join counted using (persona_no)
union all
select
    null as persona_no,
    'No persona' as persona,
    cast(people as integer) as people,
from counted
where persona_no is null
order by persona_no nulls last
