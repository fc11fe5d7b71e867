-- One row per person who has a job title. Key: person_no.
-- From here on titles are a number, so that what a phrase changes is joined to people without touching text.
select
    person.person_no,
    coalesce(local_title.title_no, written_title.title_no) as title_no
from canon.person as person
join persona.written_title as written_title using (job_title)
left join persona.local_holder as local_holder on local_holder.person_no = person.person_no
left join persona.local_title as local_title on local_title.written_no = local_holder.written_no and local_title.place = local_holder.place
