-- One row per person in a seat of a buying group, by numbers alone. Key: group_no, person_no.
-- Where nobody has spoken, the higher of the CRM and the title rule counts; the rule gives a person of the account the first seat that fits.
with rule_first as (
    select by_rule.precedence < by_crm.precedence as is_rule_first
    from config.membership_source as by_rule
    join config.membership_source as by_crm on by_crm.source = 'crm'
    where by_rule.source = 'rule'
),
outranked as (
    select pair.group_no, pair.person_no
    from role.pair as pair
    join role.holder_seat as holder_seat using (holder_no, template_no)
    cross join rule_first
    where pair.has_crm_role and rule_first.is_rule_first
)
select
    pair.group_no,
    pair.person_no,
    holder_seat.seat_no,
    membership_source.precedence,
from role.pair as pair
join role.holder_seat as holder_seat using (holder_no, template_no)
join config.membership_source as membership_source on membership_source.source = 'rule'
cross join rule_first
where (not pair.has_crm_role or rule_first.is_rule_first)
    and not exists (
        select 1
        from role.decision as decision
        where decision.group_no = pair.group_no and decision.person_no = pair.person_no
    )
union all
select
    crm_role.group_no,
    crm_role.person_no,
    crm_role.seat_no,
    membership_source.precedence,
from role.crm_role as crm_role
join config.membership_source as membership_source on membership_source.source = 'crm'
where not exists (
    select 1
    from role.decision as decision
    where decision.group_no = crm_role.group_no and decision.person_no = crm_role.person_no
)
and not exists (
    select 1
    from outranked
    where outranked.group_no = crm_role.group_no and outranked.person_no = crm_role.person_no
)
union all
select
    decision.group_no,
    decision.person_no,
    decision.seat_no,
    membership_source.precedence,
from role.decision as decision
join config.membership_source as membership_source using (source)
where decision.action = 'add'
