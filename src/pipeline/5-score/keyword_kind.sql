-- A gate: one row per kind of activity that has a weight for keywords. Key: kind_no.
-- Not the weight itself, so that acts are read again only when a kind begins or ceases to count.
select
    kinds.kind_no,
    types.type_no,
from canon.activity_type as kinds
join config.keyword_type as types on types.activity_type = kinds.activity_type
join config.keyword_weight as weights on weights.type_no = types.type_no
where weights.weight > 0
