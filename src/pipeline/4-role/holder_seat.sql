-- A gate: one row per holder and template in which it fits a seat, the first that fits. Key: holder_no, template_no.
-- A phrase or condition that puts no title into another seat ends here, before a million people.
select
    holder.holder_no,
    first_seat.template_no,
    first_seat.seat_no,
from role.holder as holder
join role.first_seat as first_seat using (profile_no)
