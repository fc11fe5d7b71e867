-- One row per person in a seat of a buying group. Key: group_no, person_no.
-- Where nobody has decided otherwise, a person of the account gets the first seat that fits.
select
    pool.group_no,
    pool.person_no,
    first_seat.seat_no,
    seat_rule.role,
    'rule' as source,
    seat_rule.rule,
    cast(null as timestamp) as made_at,
from role.pool as pool
join role.first_seat as first_seat using (profile_no, template_no)
join role.seat_rule as seat_rule using (seat_no)
where not exists (
    select 1
    from role.decision as decision
    where decision.group_no = pool.group_no and decision.person_no = pool.person_no
)
union all
select
    decision.group_no,
    decision.person_no,
    decision.seat_no,
    seat_rule.role,
    decision.source,
    decision.rule,
    decision.made_at,
from role.decision as decision
join role.seat_rule as seat_rule using (seat_no)
where decision.action = 'add'
