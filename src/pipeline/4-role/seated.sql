-- One row per person in a seat of a buying group, by numbers alone. Key: group_no, person_no.
-- Where nobody has decided otherwise, a person of the account gets the first seat that fits.
select
    pool.group_no,
    pool.person_no,
    first_seat.seat_no,
    true as is_by_rule,
from role.pool as pool
join role.first_seat as first_seat using (profile_no, template_no)
where not exists (
    select 1
    from role.decision as decision
    where decision.group_no = pool.group_no and decision.person_no = pool.person_no
)
union all
select
    group_no,
    person_no,
    seat_no,
    false as is_by_rule,
from role.decision
where action = 'add'
