-- One row per person who has a job title. Key: person_no.
-- From here on titles are a number, so that what a phrase changes is joined to people without touching text.
select
    person.person_no,
    title.title_no
from canon.person as person
join persona.title as title using (job_title)
