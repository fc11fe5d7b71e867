-- One row per buying group and person to whom the CRM gives a role of its template. Key: group_no, person_no.
-- A deal that names no solution interest speaks for all of its account's groups; a role that the template lacks is not
-- taken, so that the title rule decides. Of several roles, the first seat in order, then the oldest record, wins.
with given as (
    select
        opportunity.account_no,
        nullif(lower(trim(opportunity.solution_interest)), '') as solution_interest,
        contact.person_no,
        lower(trim(contact.role)) as given_role,
        'Opportunity contact role ' || trim(contact.role) || coalesce(' on ' || opportunity.name, '') as rule,
        contact.created_at as made_at,
        opportunity.opportunity_no,
        contact.file_no,
        contact.source_row,
    from canon.opportunity_contact as contact
    join canon.opportunity as opportunity using (opportunity_no)
    where contact.role is not null
),
buying_role as (
    select
        person_no,
        trim(unnest(string_split(given_role, ';'))) as given_role,
        file_no,
        source_row,
    from canon.person
    where given_role <> ''
),
all_given as (
    select account_no, solution_interest, person_no, given_role, rule, made_at, opportunity_no, file_no, source_row
    from given
    union all
    select
        account_person.account_no,
        null,
        buying_role.person_no,
        lower(buying_role.given_role),
        'Buying role ' || buying_role.given_role || ' in the CRM',
        null,
        null,
        buying_role.file_no,
        buying_role.source_row,
    from buying_role
    join canon.account_person as account_person using (person_no)
),
seated as (
    select
        buying_group.group_no,
        all_given.person_no,
        seat_order.seat_no,
        all_given.rule,
        all_given.made_at,
        all_given.opportunity_no,
        all_given.file_no,
        all_given.source_row,
        row_number() over (
            partition by buying_group.group_no, all_given.person_no
            order by seat_order.seat_no, all_given.made_at nulls last, all_given.rule
        ) as rank,
    from all_given
    join config.given_role as given_role using (given_role)
    join role.buying_group as buying_group using (account_no)
    join config.interest as interest using (interest_no)
    join config.seat_order as seat_order
        on seat_order.template_no = buying_group.template_no
        and seat_order.role = given_role.role
    where all_given.solution_interest is null
        or all_given.solution_interest = lower(trim(interest.solution_interest))
)
select group_no, person_no, seat_no, rule, made_at, opportunity_no, file_no, source_row
from seated
where rank = 1
