-- One row per person in a seat of a buying group, by numbers alone. Key: group_no, person_no.
-- Where neither the CRM nor anybody has spoken, a person of the account gets the first seat that fits.
select
    pool.group_no,
    pool.person_no,
    first_seat.seat_no,
    membership_source.precedence,
from role.pool as pool
join role.first_seat as first_seat using (profile_no, template_no)
join config.membership_source as membership_source on membership_source.source = 'rule'
where not pool.has_crm_role
    and not exists (
        select 1
        from role.decision as decision
        where decision.group_no = pool.group_no and decision.person_no = pool.person_no
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
union all
select
    decision.group_no,
    decision.person_no,
    decision.seat_no,
    membership_source.precedence,
from role.decision as decision
join config.membership_source as membership_source using (source)
where decision.action = 'add'
