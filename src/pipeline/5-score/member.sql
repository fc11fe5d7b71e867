-- A view, one row per buying group and person with a seat in it. Key: group_no, person_no.
-- Everything that explains a seat: the rule or source that gave it, the phrases of the title that decided, the row of the file.
select
    members.group_no,
    members.person_no,
    members.seat_no,
    seats.position,
    members.role,
    people.full_name,
    people.email,
    people.job_title,
    titles.seniority,
    titles.function,
    titles.persona,
    coalesce(scores.score, 0) as engagement,
    coalesce(scores.activities, 0) as activities,
    scores.last_activity_at,
    members.source,
    members.rule,
    members.made_at,
    members.opportunity_no,
    members.author,
    members.note,
    told.file_name as told_file_name,
    members.told_row,
    titles.phrases,
    files.file_name,
    people.source_row,
from role.member as members
join canon.person as people using (person_no)
left join persona.person as titles using (person_no)
left join config.seat_order as seats using (seat_no)
left join score.person_engagement as scores using (person_no)
left join ingest.file as files on files.file_no = people.file_no
left join ingest.file as told on told.file_no = members.told_file_no
