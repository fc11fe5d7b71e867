-- A view, one row per solution interest and role, in words. Key: solution_interest, role.
-- Presence is not cause, and contact roles are recorded by hand: a role that is seldom written down looks absent.
select
    interests.solution_interest,
    parts.role,
    lifts.* exclude (part, part_no),
from score.deal_lift as lifts
join config.role as parts on parts.role_no = lifts.part_no
join config.interest as interests on interests.interest_no = lifts.interest_no
where lifts.part = 'role'
