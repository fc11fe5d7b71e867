-- One row per buying group and person of its account. Key: group_no, person_no.
-- Nothing here depends on what a title means or a seat asks, so that a changed phrase or condition finds everybody paired with their groups already.
select
    buying_group.group_no,
    account_person.person_no,
    buying_group.template_no,
    person_holder.holder_no,
    crm_role.seat_no is not null as has_crm_role,
from canon.account_person as account_person
join role.person_holder as person_holder using (person_no)
join role.buying_group as buying_group using (account_no)
left join role.crm_role as crm_role
    on crm_role.group_no = buying_group.group_no
    and crm_role.person_no = account_person.person_no
