-- One row per buying group and person of its account. Key: group_no, person_no.
-- Nothing here depends on a seat's condition, so that a changed condition finds everybody paired with their groups already.
select
    buying_group.group_no,
    account_person.person_no,
    buying_group.template_no,
    person_profile.profile_no,
    person.title_no is not null as has_title,
    person.is_current,
from role.buying_group as buying_group
join canon.account_person as account_person using (account_no)
join role.person_profile as person_profile on person_profile.person_no = account_person.person_no
join persona.person as person on person.person_no = account_person.person_no
