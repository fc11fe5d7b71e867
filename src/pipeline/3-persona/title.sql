-- A view, one row per distinct job title and place where it means something of its own. Key: title_no. `normalised` is what phrases are compared with.
-- Most titles mean the same everywhere: where no level depends on the place these are the written titles.
with elsewhere as (
    select written_no, sum(people) as people
    from persona.local_title
    group by written_no
)
select
    written_title.title_no,
    written_title.job_title,
    written_title.normalised,
    cast(written_title.people - coalesce(elsewhere.people, 0) as integer) as people
from persona.written_title as written_title
left join elsewhere on elsewhere.written_no = written_title.title_no
where coalesce(elsewhere.people, 0) < written_title.people
union all
select
    local_title.title_no,
    written_title.job_title,
    written_title.normalised,
    local_title.people
from persona.local_title as local_title
join persona.written_title as written_title on written_title.title_no = local_title.written_no
