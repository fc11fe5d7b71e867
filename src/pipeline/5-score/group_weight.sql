-- A view, one row per buying group with a member. Key: group_no.
-- The weights of the seats in use, each once however many people hold it: what a member's weight is a share of (domain.md §1.5).
select
    seated.group_no,
    sum(seats.weight) as weight,
from score.seated as seated
join config.seat as seats using (seat_no)
group by seated.group_no
