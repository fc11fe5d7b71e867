-- One row per member of a buying group with any act inside the window. Key: group_no, person_no.
-- Most members did nothing: the rest are found once, before any weight.
select
    members.group_no,
    members.person_no,
    members.seat_no,
from role.member as members
join score.active_person as active using (person_no)
