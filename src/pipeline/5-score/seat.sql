-- A view, one row per buying group and seat of its template. Key: group_no, seat_no.
-- A seat is full at its required number of people; more do not help (domain.md §1.4).
select
    groups.group_no,
    seats.seat_no,
    seats.position,
    seats.role,
    seats.weighting,
    seats.people_required,
    coalesce(seated.people, 0) as people,
    seats.is_required,
    100.0 * least(coalesce(seated.people, 0), seats.people_required) / seats.people_required as completeness,
    greatest(seats.people_required - coalesce(seated.people, 0), 0) as missing,
from role.buying_group as groups
join config.seat as seats using (template_no)
left join score.seated as seated on seated.group_no = groups.group_no and seated.seat_no = seats.seat_no
