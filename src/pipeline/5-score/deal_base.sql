-- A view, one row per solution interest. Key: interest_no.
-- Only deals with a contact say who sat in them: the others are counted, and left out of every comparison.
select
    interests.interest_no,
    cast(count(deals.opportunity_no) as integer) as closed_deals,
    cast(count(*) filter (where deals.is_won) as integer) as closed_won,
    cast(count(*) filter (where not deals.is_named) as integer) as unnamed_deals,
    cast(count(*) filter (where deals.has_contact) as integer) as deals,
    cast(count(*) filter (where deals.has_contact and deals.is_won) as integer) as won,
from config.interest as interests
left join score.closed_deal as deals using (interest_no)
group by interests.interest_no
