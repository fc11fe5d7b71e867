-- One row per buying group and person of its account without a seat in it. Key: group_no, person_no.
-- A removal is the reason before anything that the title says.
with spoken as (
    select group_no, person_no
    from role.crm_role
    union
    select group_no, person_no
    from role.override
),
spoken_of as (
    select
        spoken.group_no,
        spoken.person_no,
        member.seat_no,
        removal.rule,
    from spoken
    left join role.member as member using (group_no, person_no)
    left join (
        select group_no, person_no, arg_min(rule, precedence) as rule
        from role.override
        where action = 'remove'
        group by group_no, person_no
    ) as removal using (group_no, person_no)
)
select
    buying_group.group_no,
    account_person.person_no,
    case
        when spoken_of.rule is not null then spoken_of.rule
        when person.title_no is null then 'No title'
        when not person.is_current then 'Not a current post'
        else 'No seat''s rule matches'
    end as reason,
from canon.account_person as account_person
join role.buying_group as buying_group using (account_no)
join persona.person as person on person.person_no = account_person.person_no
join role.person_profile as person_profile on person_profile.person_no = account_person.person_no
left join role.first_seat as first_seat
    on first_seat.profile_no = person_profile.profile_no
    and first_seat.template_no = buying_group.template_no
left join spoken_of
    on spoken_of.group_no = buying_group.group_no
    and spoken_of.person_no = account_person.person_no
where case when spoken_of.group_no is null then first_seat.seat_no is null else spoken_of.seat_no is null end
