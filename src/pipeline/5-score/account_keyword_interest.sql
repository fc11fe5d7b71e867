-- A view, one row per account and product that its people showed interest in, in words. Key: account_no, category, product.
-- Of all people of the account, with a seat or without; bands as for groups.
select
    interest.account_no,
    accounts.account_name,
    products.category,
    products.product,
    interest.strength,
    bands.band,
    interest.people,
    interest.activities,
    interest.last_day,
from score.account_keyword as interest
join canon.account as accounts on accounts.account_no = interest.account_no
join config.keyword_product as products on products.product_no = interest.product_no
join config.keyword_band as bands on interest.strength > bands.above and interest.strength <= bands.up_to
