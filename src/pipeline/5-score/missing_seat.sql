-- A view, one row per buying group and required seat that lacks people. Key: group_no, seat_no.
-- completeness_gain is what one more person in that seat adds to the group's completeness, in points, by the variant in use.
-- The nearest person works in a department that fills this seat elsewhere, and could move up without opening another seat: somebody a rule
-- put into a lower seat that has more than it needs, from the highest such seat, else whom no rule fits; the most engaged first. A hint to judge.
with seats as (
    select
        groups.group_no,
        rules.seat_no,
        rules.position,
        rules.role,
        coalesce(seated.people, 0) as people,
        rules.people_required,
        rules.people_required - coalesce(seated.people, 0) as missing,
        groups.seats_required,
    from score.group_completeness as groups
    join config.seat_need as rules using (template_no)
    left join score.seated as seated on seated.group_no = groups.group_no and seated.seat_no = rules.seat_no
    where (groups.missing_seats >> rules.position) & 1 = 1
),
free as (
    select members.group_no, rules.position, members.person_no, coalesce(scores.score, 0) as score
    from role.member as members
    left join score.person_engagement as scores using (person_no)
    join config.seat_need as rules using (seat_no)
    join score.seated as seated on seated.group_no = members.group_no and seated.seat_no = members.seat_no
    where members.source = 'rule' and (not rules.is_required or seated.people > rules.people_required)
    union all
    select unassigned.group_no, 1000 as position, unassigned.person_no, coalesce(scores.score, 0) as score
    from role.unassigned as unassigned
    left join score.person_engagement as scores using (person_no)
    where unassigned.reason = 'No seat''s rule matches'
),
-- The best of each place and department first, so that only a handful of people a group are compared with its seats.
best as (
    select
        free.group_no,
        free.position,
        titles.function,
        arg_max(free.person_no, free.score) as person_no,
        max(free.score) as score,
    from free
    join persona.person as titles using (person_no)
    where titles.is_current
    group by free.group_no, free.position, titles.function
),
nearest as (
    select seats.group_no, seats.seat_no, arg_max(best.person_no, best.score - 1000 * best.position) as person_no
    from seats
    join best on best.group_no = seats.group_no and best.position > seats.position
    join score.seat_function as functions on functions.seat_no = seats.seat_no and functions.function = best.function
    group by seats.group_no, seats.seat_no
)
select
    seats.group_no,
    seats.seat_no,
    accounts.account_name,
    interests.solution_interest,
    seats.position,
    seats.role,
    seats.people,
    seats.people_required,
    seats.missing,
    seats.people = 0 as is_empty,
    case
        when model.variant <> 'binary' then 100.0 / seats.people_required
        when seats.missing = 1 then 100.0
        else 0
    end / seats.seats_required as completeness_gain,
    facts.completeness,
    facts.engagement,
    stages.stage,
    steps.next_step,
    states.next_step_no,
    facts.open_pipeline,
    base.currency,
    nearest.person_no as nearest_person_no,
    people.full_name as nearest_person,
    people.job_title as nearest_job_title,
from seats
cross join config.completeness as model
join score.group_fact as facts on facts.group_no = seats.group_no
join score.group_base as base on base.group_no = seats.group_no
join score.group_state as states on states.group_no = seats.group_no
join canon.account as accounts on accounts.account_no = facts.account_no
join config.interest as interests on interests.interest_no = facts.interest_no
join config.group_stage as stages on stages.stage_no = states.stage_no
join score.next_step as steps on steps.next_step_no = states.next_step_no
left join nearest on nearest.group_no = seats.group_no and nearest.seat_no = seats.seat_no
left join canon.person as people on people.person_no = nearest.person_no
