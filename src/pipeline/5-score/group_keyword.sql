-- One row per buying group and product that its members showed interest in. Key: group_no, product_no.
-- The sum over the members, scaled by the highest group and product of all that is loaded; a product of a solution counts in its groups alone.
with summed as (
    select
        seated.group_no,
        interest.product_no,
        sum(interest.raw) as raw,
        cast(count(*) as integer) as people,
        cast(sum(interest.activities) as integer) as activities,
        max(interest.last_day) as last_day,
    from score.person_keyword as interest
    join role.seated as seated using (person_no)
    join role.buying_group as groups on groups.group_no = seated.group_no
    join config.keyword_product as products on products.product_no = interest.product_no
    where products.interest_no is null or products.interest_no = groups.interest_no
    group by seated.group_no, interest.product_no
),
best as (
    select max(raw) as raw
    from summed
)
select
    summed.group_no,
    summed.product_no,
    summed.raw,
    summed.raw / best.raw as strength,
    summed.people,
    summed.activities,
    summed.last_day,
from summed
cross join best
