-- One row per person with any act inside the window. Key: person_no.
-- Found once, so that a change of who sits where looks for nobody's acts again.
select distinct person_no
from score.activity_day
where person_no is not null
