-- One row per person of the cohort: those who became known within the funnel's months before the as-of date. Key: person_no.
-- Known from lead_at or, without one, the first date there is. A step counts when it follows the last dated step within window_days;
-- a step without a date is implied by a later one that does. What comes too late, or out of order, ends the walk.
-- Without dates of their own, people reach an opportunity when they get a role in one, and are customers when one of theirs is won.
with deals as (
    select
        contacts.person_no,
        min(coalesce(greatest(contacts.created_at, deals.created_at), deals.created_at, contacts.created_at)) as opportunity_at,
        min(deals.close_at) filter (where deals.is_won) as customer_at,
    from canon.opportunity_contact as contacts
    join canon.opportunity as deals using (opportunity_no)
    group by contacts.person_no
),
dates as (
    select
        people.person_no,
        cast(
            coalesce(
                people.lead_at,
                least(people.created_at, people.mql_at, people.sal_at, people.sql_at, people.opportunity_at, people.customer_at)
            ) as date
        ) as lead_day,
        cast(people.mql_at as date) as mql_day,
        cast(people.sal_at as date) as sal_day,
        cast(people.sql_at as date) as sql_day,
        cast(coalesce(people.opportunity_at, deals.opportunity_at) as date) as opportunity_day,
        cast(coalesce(people.customer_at, deals.customer_at) as date) as customer_day,
    from canon.person as people
    left join deals using (person_no)
),
cohort as (
    select
        dates.person_no,
        dates.lead_day,
        -- What lies after the as-of date has not happened yet.
        case when dates.mql_day <= clock.as_of_date then dates.mql_day end as mql_day,
        case when dates.sal_day <= clock.as_of_date then dates.sal_day end as sal_day,
        case when dates.sql_day <= clock.as_of_date then dates.sql_day end as sql_day,
        case when dates.opportunity_day <= clock.as_of_date then dates.opportunity_day end as opportunity_day,
        case when dates.customer_day <= clock.as_of_date then dates.customer_day end as customer_day,
        clock.as_of_date,
        funnel.window_days,
    from dates
    cross join canon.clock as clock
    cross join config.funnel as funnel
    where dates.lead_day > clock.as_of_date - funnel.months * interval 1 month and dates.lead_day <= clock.as_of_date
),
-- Each step looks at the last date before it; null once the walk has ended.
mql as (
    select *, case when coalesce(mql_day, lead_day) between lead_day and lead_day + window_days then coalesce(mql_day, lead_day) end as day_2
    from cohort
),
sal as (
    select *, case when coalesce(sal_day, day_2) between day_2 and day_2 + window_days then coalesce(sal_day, day_2) end as day_3
    from mql
),
sql as (
    select *, case when coalesce(sql_day, day_3) between day_3 and day_3 + window_days then coalesce(sql_day, day_3) end as day_4
    from sal
),
opportunity as (
    select *, case when coalesce(opportunity_day, day_4) between day_4 and day_4 + window_days then coalesce(opportunity_day, day_4) end as day_5
    from sql
),
customer as (
    select *, case when coalesce(customer_day, day_5) between day_5 and day_5 + window_days then coalesce(customer_day, day_5) end as day_6
    from opportunity
),
walked as (
    select
        *,
        case
            when day_6 is not null and customer_day is not null then 6
            when day_5 is not null and opportunity_day is not null then 5
            when day_4 is not null and sql_day is not null then 4
            when day_3 is not null and sal_day is not null then 3
            when day_2 is not null and mql_day is not null then 2
            else 1
        end as stage_no,
        coalesce(day_6, day_5, day_4, day_3, day_2, lead_day) as reached_day,
    from customer
)
select
    person_no,
    lead_day,
    case when stage_no >= 2 then mql_day end as mql_day,
    case when stage_no >= 3 then sal_day end as sal_day,
    case when stage_no >= 4 then sql_day end as sql_day,
    case when stage_no >= 5 then opportunity_day end as opportunity_day,
    case when stage_no >= 6 then customer_day end as customer_day,
    stage_no,
    reached_day,
    stage_no < 6 and reached_day + window_days > as_of_date and day_6 is not null as is_immature,
from walked
