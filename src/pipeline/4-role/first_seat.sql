-- One row per profile and template in which it fits a seat. Key: profile_no, template_no.
-- The first fitting seat in the template's order wins; seat numbers follow that order.
select
    seat_match.profile_no,
    seat_order.template_no,
    min(seat_match.seat_no) as seat_no,
from role.seat_match as seat_match
join config.seat_order as seat_order using (seat_no)
group by seat_match.profile_no, seat_order.template_no
