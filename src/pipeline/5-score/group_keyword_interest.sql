-- A view, one row per buying group and product that its members showed interest in, in words. Key: group_no, category, product.
-- Bands are above their lower limit and up to their upper: 0.2 is Low, 0.6 is Medium.
select
    interest.group_no,
    accounts.account_name,
    solutions.solution_interest,
    products.category,
    products.product,
    interest.strength,
    bands.band,
    interest.people,
    interest.activities,
    interest.last_day,
from score.group_keyword as interest
join role.buying_group as groups on groups.group_no = interest.group_no
join canon.account as accounts on accounts.account_no = groups.account_no
join config.interest as solutions on solutions.interest_no = groups.interest_no
join config.keyword_product as products on products.product_no = interest.product_no
join config.keyword_band as bands on interest.strength > bands.above and interest.strength <= bands.up_to
