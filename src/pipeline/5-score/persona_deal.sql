-- A view, one row per solution interest and persona, in words. Key: solution_interest, persona.
-- Presence is not cause, and contact roles are recorded by hand: a persona that is seldom written down looks absent.
select
    interests.solution_interest,
    parts.persona,
    lifts.* exclude (part, part_no),
from score.deal_lift as lifts
join config.persona as parts on parts.persona_no = lifts.part_no
join config.interest as interests on interests.interest_no = lifts.interest_no
where lifts.part = 'persona'
