-- One row per spelling of a solution anywhere: the spelling it is taken for, and whose that is. Key: written.
-- The playbook's spelling counts, else the product list's, else the most frequent one. Two interests of the playbook stay two,
-- however much they look alike.
with spelling as (
    select written, solution_key, entity, file_no, records
    from canon.solution_record
    union all
    select
        solution_interest,
        regexp_replace(lower(strip_accents(solution_interest)), '[^\p{L}\p{N}+#]+', '', 'g'),
        'playbook',
        null,
        interest_no,
    from config.interest
),
counted as (
    select
        solution_key,
        written,
        min(case entity when 'playbook' then 1 when 'product' then 2 else 3 end) as source_no,
        max(file_no) filter (where entity = 'product') as product_file_no,
        -- The first interest of the playbook before a later one.
        coalesce(-min(records) filter (where entity = 'playbook'), sum(records)) as weight,
    from spelling
    group by solution_key, written
),
best as (
    select
        *,
        row_number() over (partition by solution_key order by source_no, weight desc, written) as place,
    from counted
),
chosen as (
    select solution_key, written, source_no, product_file_no
    from best
    where place = 1 and solution_key <> ''
),
interest as (
    select lower(trim(solution_interest)) as name, min(solution_interest) as solution_interest
    from config.interest
    group by lower(trim(solution_interest))
)
select
    counted.written,
    counted.solution_key,
    coalesce(interest.solution_interest, chosen.written, counted.written) as solution_interest,
    case
        when interest.solution_interest is not null or chosen.source_no = 1 then 'playbook'
        when chosen.source_no = 2 then 'product list'
        else 'most frequent'
    end as source,
    case when interest.solution_interest is null and chosen.source_no = 2 then chosen.product_file_no end as source_file_no,
from counted
left join chosen using (solution_key)
left join interest on interest.name = lower(trim(counted.written))
