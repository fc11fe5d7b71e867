/** What a draft does to the groups, beside the kept playbook. */
export interface Effect {
  groups_before: number;
  groups_now: number;
  band_up: number;
  band_down: number;
  stage_changed: number;
  seats_gained: number;
  seats_lost: number;
  seats_changed: number;
  completeness_before: number | null;
  completeness_now: number | null;
}

const pairs = `pairs as (
    select
        before.account_no is not null as was,
        now.account_no is not null as is_now,
        before.completeness_band as band_before, now.completeness_band as band_now,
        before.completeness as completeness_before, now.completeness as completeness_now,
        before.stage as stage_before, now.stage as stage_now,
        before.engagement as engagement_before, now.engagement as engagement_now,
        coalesce(now.account_name, before.account_name) as account_name,
        solution_interest,
        now.group_no,
    from kept.buying_group as before
    full join score.buying_group as now using (account_no, solution_interest)
)`;

const seats = `now_seated as (
    select groups.account_no, interest.solution_interest, seated.person_no, seat.role
    from role.seated as seated
    join role.buying_group as groups using (group_no)
    join config.interest as interest using (interest_no)
    join config.seat_order as seat using (seat_no)
),
seats as (
    select before.person_no is not null as was, now.person_no is not null as is_now, before.role as role_before, now.role as role_now, account_no, solution_interest, person_no
    from kept.member as before
    full join now_seated as now using (account_no, solution_interest, person_no)
)`;

/** One row: how many groups and seats the draft changes. */
export const effectSql = `with ${pairs},
${seats},
group_sums as (
    select
        count(*) filter (where was) as groups_before,
        count(*) filter (where is_now) as groups_now,
        count(*) filter (where completeness_now > completeness_before and band_now <> band_before) as band_up,
        count(*) filter (where completeness_now < completeness_before and band_now <> band_before) as band_down,
        count(*) filter (where stage_before <> stage_now) as stage_changed,
        avg(completeness_before) as completeness_before,
        avg(completeness_now) as completeness_now,
    from pairs
),
seat_sums as (
    select
        count(*) filter (where not was) as seats_gained,
        count(*) filter (where not is_now) as seats_lost,
        count(*) filter (where role_before <> role_now) as seats_changed,
    from seats
)
select
    groups_before::integer as groups_before, groups_now::integer as groups_now, band_up::integer as band_up, band_down::integer as band_down,
    stage_changed::integer as stage_changed, seats_gained::integer as seats_gained, seats_lost::integer as seats_lost,
    seats_changed::integer as seats_changed, completeness_before, completeness_now,
from group_sums
cross join seat_sums`;

/** How many groups each band holds, before and now. */
export interface BandRow {
  band: string;
  before: number;
  now: number;
}

export const bandsSql = `select
    bands.band,
    (select count(*) from kept.buying_group where completeness_band = bands.band)::integer as before,
    (select count(*) from score.buying_group where completeness_band = bands.band)::integer as now,
from config.band as bands
where bands.measure = 'completeness'
order by bands.band_no`;

/** Groups whose completeness moves to another band, those that move most first. */
export interface MovedGroup {
  account_name: string;
  solution_interest: string;
  completeness_before: number | null;
  completeness_now: number | null;
  group_no: number | null;
}

export const movedGroupsSql = `with ${pairs}
select account_name, solution_interest, completeness_before, completeness_now, group_no
from pairs
where band_before is distinct from band_now
order by abs(coalesce(completeness_now, 0) - coalesce(completeness_before, 0)) desc, account_name, solution_interest
limit 12`;

/** People who take, lose or change a seat. */
export interface MovedSeat {
  full_name: string | null;
  job_title: string | null;
  account_name: string | null;
  solution_interest: string;
  role_before: string | null;
  role_now: string | null;
}

export const movedSeatsSql = `with ${seats}
select people.full_name, people.job_title, account.account_name, seats.solution_interest, seats.role_before, seats.role_now
from seats
join canon.person as people using (person_no)
left join canon.account as account on account.account_no = seats.account_no
where seats.role_before is distinct from seats.role_now
order by hash(seats.person_no), seats.solution_interest
limit 12`;
