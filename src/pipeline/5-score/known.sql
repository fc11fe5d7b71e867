-- One row: how much is known at all. Key: none.
-- Apart from the totals, so that a change of threshold does not count a million people again.
select
    (select count(*) from canon.account) as accounts,
    (select count(*) from canon.person) as people,
    (select coalesce(sum(people), 0) from score.persona_count where persona_no is not null) as people_with_persona,
    (select count(*) from (select distinct person_no from role.member) as members) as people_in_groups,
