-- One row per buying group, person and source that would seat the person. Key: group_no, person_no, source.
-- The title rule offers the first fitting seat; lower precedence wins, which role.member decides.
with title_rule as (
    select
        seat_order.seat_no,
        'Title rule: ' || seat_order.role || ' of ' || template.template as rule,
    from config.seat_order as seat_order
    join config.template as template using (template_no)
)
select
    buying_group.group_no,
    account_person.person_no,
    first_seat.seat_no,
    'rule' as source,
    membership_source.precedence,
    title_rule.rule,
from role.first_seat as first_seat
join role.person_profile as person_profile using (profile_no)
join canon.account_person as account_person using (person_no)
join role.buying_group as buying_group
    on buying_group.account_no = account_person.account_no
    and buying_group.template_no = first_seat.template_no
join title_rule on title_rule.seat_no = first_seat.seat_no
join config.membership_source as membership_source on membership_source.source = 'rule'
union all
select
    crm_role.group_no,
    crm_role.person_no,
    crm_role.seat_no,
    membership_source.source,
    membership_source.precedence,
    crm_role.rule,
from role.crm_role as crm_role
join config.membership_source as membership_source on membership_source.source = 'crm'
union all
select
    group_no,
    person_no,
    seat_no,
    source,
    precedence,
    rule,
from role.override
where action = 'add' and seat_no is not null
