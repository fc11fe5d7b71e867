-- One row per two accounts or two people proposed as one, and why. Key: entity, one_no, other_no.
-- Nothing is merged for being here: that takes a rule or a hand. Two that a hand declared different are not proposed again.
with apart as (
    select distinct entity, least(one_no, other_no) as one_no, greatest(one_no, other_no) as other_no
    from canon.decision
    where verdict = 'different'
),
found as (
    select 'account' as entity, one_no, other_no, evidence, score
    from canon.account_look_alike
    union all
    select 'person', one_no, other_no, evidence, score
    from canon.person_look_alike
)
select found.entity, found.one_no, found.other_no, found.evidence, found.score
from found
left join apart using (entity, one_no, other_no)
where apart.entity is null
