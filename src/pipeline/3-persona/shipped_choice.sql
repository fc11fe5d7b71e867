-- One row per title, axis (seniority, function, modifier, time) and shipped phrase that decides it. Key: title_no, axis, start, length.
-- Of several posts the highest level counts, then the best function: the stronger, beside that level, in the first group of
-- words, the last of the group. A faint function (assistant: rank 10) counts only for those below manager (rank 50).
with past as (
    select title_no
    from persona.shipped_hit
    group by title_no
    having bool_or(is_past) and not bool_or(not is_past and coalesce(seniority, function) is not null)
),
-- A title with a post of today leaves out those of the past.
-- "Cardiologist, MD" is no managing director; "MD, Healthcare" is.
degree as (
    select distinct degree.title_no, degree.start
    from persona.shipped_hit as degree
    join persona.shipped_hit as trade on trade.title_no = degree.title_no and trade.function = 'healthcare' and trade.start < degree.start
    where degree.effect = 'degree'
),
candidate as (
    select
        hit.* replace (case when hit.modifier <> 'former' or past.title_no is not null then hit.modifier end as modifier),
        hit.seniority_rank * 10000 + greatest(99 - hit.segment, 0) * 100 + greatest(99 - hit.start, 0) as seniority_score
    from persona.shipped_hit as hit
    left join past using (title_no)
    left join degree on degree.title_no = hit.title_no and degree.start = hit.start
    where (not hit.is_past or past.title_no is not null) and degree.title_no is null
),
top as (
    select title_no, max(seniority_score) as seniority_score
    from candidate
    group by title_no
),
scored as (
    select
        candidate.*,
        candidate.function_rank * 1000000
            + case when candidate.segment = 99 - top.seniority_score // 100 % 100 then 500000 else 0 end
            + greatest(49 - candidate.segment, 0) * 10000
            + greatest(99 - candidate.joints, 0) * 100
            + least(candidate.start, 99) as function_score
    from candidate
    join top using (title_no)
    where candidate.function is not null
        and (candidate.function_rank > 10 or coalesce(top.seniority_score, 0) < 500000)
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
from persona.shipped_hit as hit
join past using (title_no)
where hit.effect in ('former', 'ex')
