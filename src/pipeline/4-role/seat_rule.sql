-- One row per seat: how its title rule is named to a reader. Key: seat_no.
-- The condition itself is in the playbook; this is what a member's row says of it.
select
    seat_order.seat_no,
    seat_order.role,
    'Title rule: ' || seat_order.role || ' of ' || template.template as rule,
from config.seat_order as seat_order
join config.template as template using (template_no)
