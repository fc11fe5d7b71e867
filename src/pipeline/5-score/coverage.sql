-- A view, one row per solution interest and role, whether its template has the role or not. Key: interest_no, role_no.
-- people are distinct people; members are seats held, which is more when one person sits in several groups.
with seats as (
    select seats.seat_no, roles.role_no
    from config.seat_order as seats
    join config.role as roles using (role)
),
each_person as (
    select groups.interest_no, seats.role_no, members.person_no, count(*) as members
    from role.member as members
    join role.buying_group as groups using (group_no)
    join seats using (seat_no)
    group by groups.interest_no, seats.role_no, members.person_no
),
held as (
    select interest_no, role_no, count(*) as people, sum(members) as members
    from each_person
    group by interest_no, role_no
),
each_group as (
    select distinct groups.interest_no, seats.role_no, seated.group_no
    from score.seated as seated
    join role.buying_group as groups using (group_no)
    join seats using (seat_no)
),
covered as (
    select interest_no, role_no, count(*) as groups
    from each_group
    group by interest_no, role_no
),
sizes as (
    select interest_no, count(*) as groups
    from role.buying_group
    group by interest_no
),
asked as (
    select template_no, role, bool_or(is_required) as is_required
    from config.seat_need
    group by template_no, role
)
select
    interests.interest_no,
    interests.solution_interest,
    roles.role_no,
    roles.role,
    asked.role is not null as is_in_template,
    coalesce(asked.is_required, false) as is_required,
    cast(coalesce(held.people, 0) as integer) as people,
    cast(coalesce(held.members, 0) as integer) as members,
    cast(coalesce(sizes.groups, 0) as integer) as groups,
    cast(coalesce(covered.groups, 0) as integer) as groups_covered,
from config.interest as interests
cross join config.role as roles
left join asked on asked.template_no = interests.template_no and asked.role = roles.role
left join held on held.interest_no = interests.interest_no and held.role_no = roles.role_no
left join covered on covered.interest_no = interests.interest_no and covered.role_no = roles.role_no
left join sizes on sizes.interest_no = interests.interest_no
order by interests.interest_no, roles.role_no
