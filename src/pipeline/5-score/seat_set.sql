-- One row per template and set of seats that some group has people in. Key: template_no, used_seats.
-- Few sets stand for many groups, so the weights of the seats in use are added up once a set. Bit n is the seat at position n.
select distinct
    template_no,
    used_seats,
from score.group_completeness
where used_seats > 0
