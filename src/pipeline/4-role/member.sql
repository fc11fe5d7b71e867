-- A view, one row per person in a seat of a buying group. Key: group_no, person_no.
-- What put the person there says so itself; the title rule knows no date. The row of a file that told of it is told_row, null for what was decided
-- in the notebook.
select
    seated.group_no,
    seated.person_no,
    seated.seat_no,
    seat_rule.role,
    membership_source.source,
    seat_rule.rule,
    cast(null as timestamp) as made_at,
    cast(null as integer) as opportunity_no,
    cast(null as varchar) as author,
    cast(null as varchar) as note,
    cast(null as integer) as told_file_no,
    cast(null as integer) as told_row,
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
    crm_role.opportunity_no,
    null,
    null,
    crm_role.file_no,
    crm_role.source_row,
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
    null,
    decision.author,
    decision.note,
    decision.file_no,
    case when decision.file_no is not null then decision.source_row end,
from role.decision as decision
join role.seat_rule as seat_rule using (seat_no)
where decision.action = 'add' and decision.source in ('manual', 'journey')
