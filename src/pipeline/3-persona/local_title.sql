-- One row per written title and place where it means something of its own and somebody has it. Key: title_no.
-- The numbers go on where those of the written titles end.
with held as (
    select written_no, place, count(*) as people
    from persona.local_holder
    group by written_no, place
),
last_title as (
    select coalesce(max(title_no), 0) as title_no
    from persona.written_title
)
select
    cast(last_title.title_no + row_number() over (order by held.written_no, held.place) as integer) as title_no,
    held.written_no,
    held.place,
    cast(held.people as integer) as people
from held
cross join last_title
