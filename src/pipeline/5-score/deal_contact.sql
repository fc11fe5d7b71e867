-- A view, one row per solution interest, closed opportunity about it and person with a contact role on it. Key: interest_no, opportunity_no, person_no.
-- The persona is the first that fits; a role that is none of the playbook's, or that nobody wrote, is null.
select
    deals.interest_no,
    deals.opportunity_no,
    deals.is_won,
    contacts.person_no,
    kinds.persona_no,
    roles.role_no,
from score.closed_deal as deals
join canon.opportunity_contact as contacts on contacts.opportunity_no = deals.opportunity_no
left join persona.person as kinds on kinds.person_no = contacts.person_no
left join config.given_role as given on given.given_role = lower(trim(contacts.role))
left join config.role as roles on roles.role = given.role
