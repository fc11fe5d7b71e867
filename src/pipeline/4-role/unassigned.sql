-- A view, one row per buying group and person without a seat in it, of its account or taken out of it. Key: group_no, person_no.
-- A removal is the reason before anything that the title says.
select
    pool.group_no,
    pool.person_no,
    case
        when not pool.has_title then 'No title'
        when not pool.is_current then 'Not a current post'
        else 'No seat''s rule matches'
    end as reason,
from role.pool as pool
where not pool.has_crm_role
    and not exists (
        select 1
        from role.first_seat as first_seat
        where first_seat.profile_no = pool.profile_no and first_seat.template_no = pool.template_no
    )
    and not exists (
        select 1
        from role.decision as decision
        where decision.group_no = pool.group_no and decision.person_no = pool.person_no
    )
union all
select
    decision.group_no,
    decision.person_no,
    decision.rule as reason,
from role.decision as decision
join role.pool as pool using (group_no, person_no)
where decision.action = 'remove'
union all
-- From elsewhere, and in the group but for a removal.
select
    decision.group_no,
    decision.person_no,
    decision.rule as reason,
from role.decision as decision
join (
    select group_no, person_no
    from role.crm_role
    union
    select group_no, person_no
    from role.override
    where action = 'add' and seat_no is not null
) as given using (group_no, person_no)
where decision.action = 'remove'
    and not exists (
        select 1
        from role.pool as pool
        where pool.group_no = decision.group_no and pool.person_no = decision.person_no
    )
