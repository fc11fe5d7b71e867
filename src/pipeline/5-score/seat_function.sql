-- One row per seat and function of the people whom a rule put there. Key: seat_no, function.
-- Learnt from who sits there, not read from the rule: it tells a near miss (the right department, another level) from a stranger.
select
    members.seat_no,
    titles.function,
    cast(count(*) as integer) as people,
from role.member as members
join persona.person as titles using (person_no)
where members.source = 'rule' and titles.function <> 'unknown'
group by members.seat_no, titles.function
