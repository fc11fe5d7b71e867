-- One row per stage of a person. Key: stage_no.
-- A cohort, never this month's SQLs over this month's MQLs (domain.md §3.4): people who got at least so far, so it never rises.
-- conversion and median_days are to the next stage. immature_people still have time for it and count as not converted yet.
with ends as (
    select
        people.stage_no,
        count(*) as people,
        count(*) filter (where people.is_immature) as immature_people,
    from score.person_step as people
    group by people.stage_no
),
medians as (
    select
        unnest([1, 2, 3, 4, 5]) as stage_no,
        unnest([
            median(mql_day - lead_day),
            median(sal_day - mql_day),
            median(sql_day - sal_day),
            median(opportunity_day - sql_day),
            median(customer_day - opportunity_day)
        ]) as median_days,
    from score.person_step
),
reached as (
    select
        stages.stage_no,
        stages.stage,
        cast(coalesce(sum(ends.people), 0) as integer) as people,
        cast(coalesce(sum(ends.immature_people) filter (where ends.stage_no = stages.stage_no), 0) as integer) as immature_people,
    from config.person_stage as stages
    left join ends on ends.stage_no >= stages.stage_no
    group by stages.stage_no, stages.stage
)
select
    reached.stage_no,
    reached.stage,
    reached.people,
    reached.immature_people,
    100.0 * lead(reached.people) over (order by reached.stage_no) / nullif(reached.people, 0) as conversion,
    medians.median_days,
from reached
left join medians using (stage_no)
order by reached.stage_no
