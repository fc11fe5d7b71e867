-- One row per account and product that its people showed interest in. Key: account_no, product_no.
-- The sum over the people of the account, scaled by the highest account and product of all that is loaded.
with summed as (
    select
        place.account_no,
        interest.product_no,
        sum(interest.raw) as raw,
        cast(count(*) as integer) as people,
        cast(sum(interest.activities) as integer) as activities,
        max(interest.last_day) as last_day,
    from score.person_keyword as interest
    join canon.account_person as place using (person_no)
    group by place.account_no, interest.product_no
),
best as (
    select max(raw) as raw
    from summed
)
select
    summed.account_no,
    summed.product_no,
    summed.raw,
    summed.raw / best.raw as strength,
    summed.people,
    summed.activities,
    summed.last_day,
from summed
cross join best
