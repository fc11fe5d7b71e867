-- One row per buying group, person and source that said add or remove. Key: group_no, person_no, source.
-- The last word of a source counts. An add without a role of the template takes the seat of the title rule, else Other.
-- A journey says so by name (“journey: Welcome”) or without one; whatever else decided is a hand.
with spoken as (
    select
        buying_group.group_no,
        buying_group.template_no,
        membership_override.person_no,
        case when starts_with(lower(trim(membership_override.made_by)), 'journey') then 'journey' else 'manual' end as source,
        lower(trim(membership_override.action)) as action,
        lower(trim(membership_override.role)) as role,
        membership_override.made_at,
        membership_override.author,
        membership_override.note,
        membership_override.file_no,
        membership_override.source_row,
    from canon.membership_override as membership_override
    join role.buying_group as buying_group using (account_no)
    join config.interest as interest using (interest_no)
    where lower(trim(membership_override.action)) in ('add', 'remove')
        and coalesce(lower(trim(membership_override.solution_interest)), '') in ('', lower(trim(interest.solution_interest)))
),
last_word as (
    select
        *,
        row_number() over (
            partition by group_no, person_no, source
            order by made_at desc nulls last, action desc, role
        ) as rank,
    from spoken
),
named_seat as (
    select template_no, lower(role) as role, min(seat_no) as seat_no
    from config.seat_order
    group by template_no, lower(role)
)
select
    last_word.group_no,
    last_word.person_no,
    last_word.source,
    membership_source.precedence,
    last_word.action,
    case
        when last_word.action = 'add' then coalesce(named_seat.seat_no, first_seat.seat_no, other_seat.seat_no)
    end as seat_no,
    case last_word.action when 'add' then 'Added' else 'Removed' end
        || case last_word.source when 'journey' then ' by a journey' else ' by hand' end as rule,
    last_word.made_at,
    last_word.author,
    last_word.note,
    last_word.file_no,
    last_word.source_row,
from last_word
join config.membership_source as membership_source using (source)
left join named_seat on named_seat.template_no = last_word.template_no and named_seat.role = last_word.role
left join named_seat as other_seat on other_seat.template_no = last_word.template_no and other_seat.role = 'other'
left join role.person_profile as person_profile on person_profile.person_no = last_word.person_no
left join role.first_seat as first_seat
    on first_seat.profile_no = person_profile.profile_no
    and first_seat.template_no = last_word.template_no
where last_word.rank = 1
