-- A view, one row per buying group and required seat that lacks people, in words. Key: group_no, seat_no.
-- completeness_gain is in points of the group's completeness, for one more person; nearest_person is a hint (score.open_seat).
select
    seats.group_no,
    seats.seat_no,
    accounts.account_name,
    interests.solution_interest,
    rules.position,
    rules.role,
    seats.people,
    rules.people_required,
    seats.missing,
    seats.people = 0 as is_empty,
    seats.completeness_gain,
    states.completeness,
    states.engagement,
    stages.stage,
    steps.next_step,
    states.next_step_no,
    states.open_pipeline,
    states.currency,
    seats.nearest_person_no,
    people.full_name as nearest_person,
    people.job_title as nearest_job_title,
from score.open_seat as seats
join config.seat as rules on rules.seat_no = seats.seat_no
join score.group_state as states on states.group_no = seats.group_no
join canon.account as accounts on accounts.account_no = states.account_no
join config.interest as interests on interests.interest_no = states.interest_no
join config.group_stage as stages on stages.stage_no = states.stage_no
join score.next_step as steps on steps.next_step_no = states.next_step_no
left join canon.person as people on people.person_no = seats.nearest_person_no
