-- A view, one row per person and product that the person showed interest in, in words. Key: person_no, category, product.
-- Bands as for groups.
select
    interest.person_no,
    people.full_name,
    people.job_title,
    products.category,
    products.product,
    interest.strength,
    bands.band,
    interest.activities,
    interest.last_day,
from score.person_keyword as interest
join canon.person as people on people.person_no = interest.person_no
join config.keyword_product as products on products.product_no = interest.product_no
join config.keyword_band as bands on interest.strength > bands.above and interest.strength <= bands.up_to
