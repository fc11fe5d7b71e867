-- One row per title, axis (seniority, function, modifier, time) and phrase that decided it. Key: title_no, axis, start, length, phrase.
-- Of several posts the highest level counts, then the best function beside it: stronger, nearer, first group, last word of a group.
with past as (
    select title_no
    from persona.phrase_hit
    group by title_no
    having bool_or(is_former) and not bool_or(not is_former and coalesce(seniority, function) is not null)
),
candidate as (
    select
        hit.*,
        hit.seniority_rank * 10000 + greatest(99 - hit.segment, 0) * 100 + greatest(99 - hit.start, 0) as seniority_score
    from persona.phrase_hit as hit
    left join past using (title_no)
    where not hit.is_former or past.title_no is not null
),
top as (
    select
        title_no,
        max(seniority_score) as seniority_score,
        max(seniority_score) // 10000 as seniority_rank,
        99 - max(seniority_score) // 100 % 100 as segment
    from candidate
    group by title_no
),
-- A faint function (assistant, secretary: rank 10) names the function only of those below manager (rank 50).
scored as (
    select
        candidate.*,
        candidate.function_rank * 1000000
            + case when candidate.segment = top.segment then 500000 else 0 end
            + greatest(49 - candidate.segment, 0) * 10000
            + greatest(99 - candidate.phrase_group, 0) * 100
            + least(candidate.start, 99) as function_score
    from candidate
    join top using (title_no)
    where candidate.function is not null
        and (candidate.function_rank > 10 or coalesce(top.seniority_rank, 0) < 50)
),
best as (
    select title_no, max(function_score) as function_score
    from scored
    group by title_no
)
select candidate.title_no, candidate.start, candidate.length, candidate.phrase, 'seniority' as axis, candidate.seniority as value
from candidate
join top using (title_no, seniority_score)
union all
select scored.title_no, scored.start, scored.length, scored.phrase, 'function', scored.function
from scored
join best using (title_no, function_score)
union all
select title_no, start, length, phrase, 'modifier', modifier
from candidate
where modifier is not null
union all
select hit.title_no, hit.start, hit.length, hit.phrase, 'time', 'former'
from persona.phrase_hit as hit
where hit.effect in ('former', 'ex')
    and (hit.title_no in (select title_no from past) or hit.title_no not in (select title_no from candidate where coalesce(seniority, function) is not null))
