-- One row per buying group and required seat that lacks people. Key: group_no, seat_no.
-- completeness_gain is what one more person in that seat adds to the group's completeness, by the variant in use.
with seats as (
    select
        seats.group_no,
        seats.seat_no,
        seats.position,
        seats.role,
        seats.people,
        seats.people_required,
        seats.missing,
        case
            when model.variant = 'binary' then case when seats.missing = 1 then 100.0 else 0 end
            else 100.0 / seats.people_required
        end / groups.seats_required as completeness_gain,
    from score.seat as seats
    join score.group_completeness as groups using (group_no)
    cross join config.completeness as model
    where seats.is_required and seats.missing > 0
),
-- The most engaged person known at the account who has no seat; the title said no, so a person must judge.
nearest as (
    select
        unassigned.group_no,
        arg_max(unassigned.person_no, coalesce(scores.score, 0) - unassigned.person_no * 1e-12) as person_no,
    from role.unassigned as unassigned
    join persona.person as titles using (person_no)
    left join score.person_engagement as scores using (person_no)
    where titles.is_current
    group by unassigned.group_no
)
select
    seats.group_no,
    seats.seat_no,
    groups.account_name,
    groups.solution_interest,
    seats.position,
    seats.role,
    seats.people,
    seats.people_required,
    seats.missing,
    seats.people = 0 as is_empty,
    seats.completeness_gain,
    groups.completeness,
    groups.engagement,
    groups.stage,
    groups.next_step,
    groups.open_pipeline,
    groups.currency,
    nearest.person_no as nearest_person_no,
    people.full_name as nearest_person,
    people.job_title as nearest_job_title,
from seats
join score.buying_group as groups using (group_no)
left join nearest using (group_no)
left join canon.person as people on people.person_no = nearest.person_no
