-- A view, one row per person. Key: person_no.
-- People share what the seats ask of them through their holder, which a changed phrase leaves as it is.
select
    person_holder.person_no,
    holder.profile_no,
from role.person_holder as person_holder
join role.holder as holder using (holder_no)
