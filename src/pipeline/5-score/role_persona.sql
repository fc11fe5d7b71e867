-- A view, one row per solution interest, role and persona that held it in a won deal. Key: interest_no, role_no, persona_no.
-- Who belongs in a seat is read from deals that were won; the same person in two deals counts twice.
select
    interest_no,
    role_no,
    persona_no,
    cast(count(*) as integer) as people,
    cast(count(distinct opportunity_no) as integer) as won_deals,
from score.deal_contact
where is_won and role_no is not null and persona_no is not null
group by interest_no, role_no, persona_no
