-- A view, one row per person in a seat of a buying group. Key: group_no, person_no.
-- A person put by the title rule is a member since no date that an export knows.
select
    seated.group_no,
    seated.person_no,
    seated.seat_no,
    seat_rule.role,
    'rule' as source,
    seat_rule.rule,
    cast(null as timestamp) as made_at,
from role.seated as seated
join role.seat_rule as seat_rule using (seat_no)
where seated.is_by_rule
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
