-- A view, one row per buying group, person and source that would seat the person. Key: group_no, person_no, source.
-- Only people of whom the CRM, a journey or a hand has spoken: the title rule's word on all others stands, in role.member.
with spoken as (
    select group_no, person_no
    from role.crm_role
    union
    select group_no, person_no
    from role.override
),
offer as (
    select
        spoken.group_no,
        spoken.person_no,
        first_seat.seat_no,
        'rule' as source,
        seat_rule.rule,
    from spoken
    join role.buying_group as buying_group using (group_no)
    join canon.account_person as account_person
        on account_person.account_no = buying_group.account_no
        and account_person.person_no = spoken.person_no
    join role.person_profile as person_profile on person_profile.person_no = spoken.person_no
    join role.first_seat as first_seat
        on first_seat.profile_no = person_profile.profile_no
        and first_seat.template_no = buying_group.template_no
    join role.seat_rule as seat_rule on seat_rule.seat_no = first_seat.seat_no
    union all
    select group_no, person_no, seat_no, 'crm', rule
    from role.crm_role
    union all
    select group_no, person_no, seat_no, source, rule
    from role.override
    where action = 'add' and seat_no is not null
)
select
    offer.group_no,
    offer.person_no,
    offer.seat_no,
    offer.source,
    membership_source.precedence,
    offer.rule,
from offer
join config.membership_source as membership_source using (source)
