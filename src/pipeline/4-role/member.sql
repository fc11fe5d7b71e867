-- A view, one row per person in a seat of a buying group. Key: group_no, person_no.
-- What put the person there says so itself; the title rule knows no date.
select
    seated.group_no,
    seated.person_no,
    seated.seat_no,
    seat_rule.role,
    membership_source.source,
    seat_rule.rule,
    cast(null as timestamp) as made_at,
from role.seated as seated
join role.seat_rule as seat_rule using (seat_no)
join config.membership_source as membership_source using (precedence)
where membership_source.source = 'rule'
union all
select
    seated.group_no,
    seated.person_no,
    seated.seat_no,
    seat_rule.role,
    membership_source.source,
    crm_role.rule,
    crm_role.made_at,
from role.seated as seated
join role.seat_rule as seat_rule using (seat_no)
join config.membership_source as membership_source using (precedence)
join role.crm_role as crm_role using (group_no, person_no)
where membership_source.source = 'crm'
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
where decision.action = 'add' and decision.source in ('manual', 'journey')
