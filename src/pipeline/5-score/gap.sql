-- One row per template and pattern of missing seats that some group shows. Key: template_no, missing_seats, empty_seats.
-- Few patterns stand for many groups, so what is missing is put into words once a pattern; the weightiest empty seat comes first.
with patterns as (
    select distinct template_no, missing_seats, empty_seats
    from score.group_completeness
    where missing_seats > 0
),
roles as (
    select
        patterns.template_no,
        patterns.missing_seats,
        patterns.empty_seats,
        list(seats.role order by seats.position) as missing_roles,
        list(seats.role order by seats.weight desc, seats.position)
            filter (where (patterns.empty_seats >> seats.position) & 1 = 1) as empty_roles,
        list(seats.role order by seats.weight desc, seats.position) as wanted_roles,
    from patterns
    join config.seat as seats using (template_no)
    where (patterns.missing_seats >> seats.position) & 1 = 1
    group by patterns.template_no, patterns.missing_seats, patterns.empty_seats
)
select
    template_no,
    missing_seats,
    empty_seats,
    missing_roles,
    coalesce(empty_roles[1], wanted_roles[1]) as first_role,
    case len(empty_roles)
        when 1 then 'no ' || empty_roles[1] || ' yet: find one'
        when 2 then 'no ' || empty_roles[1] || ' or ' || empty_roles[2] || ' yet: find them'
        else coalesce(
            'no ' || empty_roles[1] || ', ' || empty_roles[2] || ' or ' || (len(empty_roles) - 2) || ' more yet: find them',
            'too few people as ' || wanted_roles[1] || ': find more')
    end as words,
from roles
