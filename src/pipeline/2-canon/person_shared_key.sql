-- One row per id and system where systems use one id for different people. Key: person_key, source_system.
-- With one system there is none, and the look at every id is saved.
with systems as (
    select source_system
    from canon.person_record
    group by source_system
),
numbered as (
    select
        person_record.record_key as person_key,
        person_record.source_system,
        coalesce(person_match.person_no, person_record.record_no) as person_no,
    from canon.person_record as person_record
    left join canon.person_match as person_match using (record_no)
    where person_record.record_key is not null
        and (select count(*) from systems) > 1
),
shared as (
    select person_key
    from numbered
    group by person_key
    having min(person_no) <> max(person_no)
)
select numbered.person_key, numbered.source_system, min(numbered.person_no) as person_no
from numbered
join shared using (person_key)
group by numbered.person_key, numbered.source_system
