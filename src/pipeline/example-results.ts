/** `score.example` of a playbook without examples. */
export const noResults = `-- No rows: the playbook has no examples. Key: example_no, what.
-- One row per example and thing that it expects, where it has some.
select
    null::integer as example_no, null::varchar as job_title, null::varchar as what, null::varchar as solution_interest, null::varchar as expected,
    null::varchar as got, null::boolean as is_met, null::varchar as decided_by
where false`;

/** `score.example`: what the twins came to, beside what was expected. */
export const results = `-- One row per example and thing that it expects. Key: example_no, what.
-- A role without a solution interest may be held in any group; of several that are got, all are told.
with said as (
    select
        titles.person_no as example_no,
        hit.axis,
        string_agg(distinct '“' || hit.phrase || '”', ', ' order by '“' || hit.phrase || '”') as phrases,
    from persona.example_person_title as titles
    join persona.example_title_hit as hit using (title_no)
    group by titles.person_no, hit.axis
),
seat as (
    select
        seated.person_no as example_no,
        interest.solution_interest,
        seat_order.role,
        'Title rule of ' || seat_order.role || ', ' || template.template as rule,
    from role.example_seated as seated
    join role.example_buying_group as groups using (group_no)
    join config.interest as interest using (interest_no)
    join config.seat_order as seat_order using (seat_no)
    join config.template as template on template.template_no = groups.template_no
),
asked_seat as (
    select
        expectation.example_no,
        string_agg(distinct seat.role, ', ' order by seat.role) as roles,
        string_agg(distinct seat.rule, '; ' order by seat.rule) as rules,
        coalesce(bool_or(seat.role = expectation.expected), false) as is_held,
    from config.expectation as expectation
    join seat on seat.example_no = expectation.example_no
        and seat.solution_interest = coalesce(expectation.solution_interest, seat.solution_interest)
    where expectation.what = 'role'
    group by expectation.example_no
),
live as (
    select interest.solution_interest
    from config.interest as interest
    join config.template as template using (template_no)
    where template.is_live
),
came as (
    select
        expectation.*,
        example.job_title,
        case expectation.what
            when 'persona' then person.persona
            when 'seniority' then person.seniority
            when 'function' then person.function
            else asked_seat.roles
        end as got,
        coalesce(asked_seat.is_held, false) as is_held,
        case
            when expectation.what = 'role' then coalesce(
                asked_seat.rules,
                case
                    when expectation.solution_interest not in (select solution_interest from live) then 'Its template is no live one, so there is no group'
                    when not person.is_current then 'The post is of the past'
                    else 'No seat’s rule is met'
                end
            )
            when expectation.what = 'persona' then coalesce('Phrase ' || said.phrases, 'Condition of ' || person.persona, 'No persona’s condition is met')
            else coalesce('Phrase ' || said.phrases, case when person.seniority = 'unknown' then 'No known phrase' else 'No phrase says it' end)
        end as decided_by,
    from config.expectation as expectation
    join config.example as example using (example_no)
    join persona.example_person as person on person.person_no = expectation.example_no
    left join said on said.example_no = expectation.example_no and said.axis = expectation.what
    left join asked_seat on asked_seat.example_no = expectation.example_no
)
select
    example_no,
    job_title,
    what,
    solution_interest,
    expected,
    got,
    case when what = 'role' and expected is not null then is_held else got is not distinct from expected end as is_met,
    decided_by,
from came`;
