-- A view, one row per buying group: its facts, and what holds of it by the thresholds. Key: group_no.
-- A template that requires nobody holds no group back, but a group of nobody is not ready for anything.
select
    facts.*,
    facts.engaged_members > 0 as is_active,
    facts.engagement >= threshold.engaged as is_engaged,
    coalesce(facts.completeness >= threshold.complete, false) as is_complete,
    coalesce(facts.completeness >= threshold.complete, facts.members > 0) as is_full_enough,
    facts.seats_empty > 0 as has_empty_seat,
    facts.open_opportunities > 0 as is_open,
    facts.open_opportunities > 0 or facts.won_opportunities > 0 as has_pipeline,
    facts.won_opportunities > 0 as is_won,
from score.group_fact as facts
cross join config.threshold as threshold
