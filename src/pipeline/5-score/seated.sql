-- One row per buying group and seat that somebody holds. Key: group_no, seat_no.
-- Counted once, by numbers, for all that asks how full a seat is; a person holds one seat in a group, so rows are people.
select
    group_no,
    seat_no,
    cast(count(*) as integer) as people,
from role.member
group by group_no, seat_no
