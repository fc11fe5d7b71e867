-- A view, one row per buying group and person of its account, with what the rules know of the person. Key: group_no, person_no.
-- Asked for a group or for its few decisions at a time; who sits where is worked out from role.pair.
select
    pair.group_no,
    pair.person_no,
    pair.template_no,
    holder.profile_no,
    person.title_no is not null as has_title,
    person.is_current,
    pair.has_crm_role,
from role.pair as pair
join role.holder as holder using (holder_no)
join persona.person as person on person.person_no = pair.person_no
