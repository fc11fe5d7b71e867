-- One row per buying group and person of its account. Key: group_no, person_no.
-- Nothing here depends on a seat's condition, so that a changed condition finds everybody paired with their groups already.
with standing as (
    select
        account_person.account_no,
        account_person.person_no,
        person_profile.profile_no,
        person.title_no is not null as has_title,
        person.is_current,
    from canon.account_person as account_person
    join role.person_profile as person_profile on person_profile.person_no = account_person.person_no
    join persona.person as person on person.person_no = account_person.person_no
)
select
    buying_group.group_no,
    standing.person_no,
    buying_group.template_no,
    standing.profile_no,
    standing.has_title,
    standing.is_current,
    crm_role.seat_no is not null as has_crm_role,
from standing
join role.buying_group as buying_group using (account_no)
left join role.crm_role as crm_role
    on crm_role.group_no = buying_group.group_no
    and crm_role.person_no = standing.person_no
