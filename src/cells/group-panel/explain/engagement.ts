/** What a group's engagement comes from: one row, or none where the group is no more. */
export interface EngagementFacts {
  /** Percent 0–100, as the group shows it. */
  engagement: number;
  /** What the members bring together, of which the score is the root. */
  weighted_sum: number;
  /** The most that any loaded group's members bring; null: nobody did anything that counts. */
  best_sum: number | null;
  best_group_no: number | null;
  best_group: string | null;
  /** The most points that any loaded person has. */
  best_points: number | null;
  best_person: string | null;
  /** The weights of the seats in use, each once; null: no seat is. */
  weight_in_use: number | null;
  members: number;
  first_day: Date | null;
  last_day: Date | null;
  daily_cap: number;
  normalisation: string;
}

/** A member who did something that counts, and what it adds to the group. */
export interface Contribution {
  person_no: number;
  full_name: string | null;
  role: string;
  weight: number;
  /** The person's own score, 0–100. */
  score: number;
  /** The person's own points before root and scale. */
  raw: number;
  brings: number;
  /** Over all members, also those beyond the last row. */
  people_found: number;
}

/** What a person did inside the window: one row per activity type, days of more than the cap cut to it. */
export interface ActRow {
  activity_type: string;
  weight: number;
  /** The weight as a share of the highest that occurred; null: the type does not score. */
  normalised_weight: number | null;
  activities: number;
  days: number;
  counted: number;
}

export const engagementFactsSql = (groupNo: number): string => `with best as (
    select max(weighted_sum) as weighted_sum, arg_max(group_no, weighted_sum) as group_no
    from score.group_engagement
),
best_person as (
    select max(raw) as raw, arg_max(person_no, raw) as person_no
    from score.person_engagement
)
select
    scores.engagement, scores.weighted_sum, best.weighted_sum as best_sum, best.group_no as best_group_no, best_group.group_name as best_group,
    best_person.raw as best_points, people.full_name as best_person, weights.weight as weight_in_use, completeness.members,
    days.first_day, days.last_day, model.daily_cap, model.normalisation,
from score.group_engagement as scores
join score.group_completeness as completeness using (group_no)
left join score.group_weight as weights using (group_no)
cross join best
cross join best_person
cross join config.engagement as model
left join role.buying_group as best_group on best_group.group_no = best.group_no
left join canon.person as people on people.person_no = best_person.person_no
left join score.activity_window as days on true
where scores.group_no = ${groupNo}`;

/** Those who bring the most first, up to 200. */
export const contributionsSql = (groupNo: number): string => `select
    members.person_no, people.full_name, seats.role, seats.weight, scores.score, scores.raw,
    coalesce(scores.score * seats.weight / nullif(weights.weight, 0), 0) as brings,
    cast(count(*) over () as integer) as people_found,
from score.active_member as members
join score.person_engagement as scores using (person_no)
join config.seat as seats using (seat_no)
join score.group_weight as weights using (group_no)
join canon.person as people using (person_no)
where members.group_no = ${groupNo}
order by brings desc, members.person_no
limit 200`;

export const actsSql = (personNo: number): string => `select
    types.activity_type, weights.weight, weights.normalised_weight,
    cast(sum(acts.activities) as integer) as activities,
    cast(count(*) as integer) as days,
    cast(sum(least(acts.activities, model.daily_cap)) as integer) as counted,
from score.activity_day as acts
join score.activity_type as types using (type_no)
join score.activity_weight as weights using (type_no)
cross join config.engagement as model
where acts.person_no = ${personNo}
group by types.activity_type, weights.weight, weights.normalised_weight
order by counted * coalesce(weights.normalised_weight, -1) desc, types.activity_type`;

/** What a type adds to a person's points: counted acts times the weight's share (domain.md §1.5). */
export const pointsOf = ({ counted, normalised_weight: weight }: Pick<ActRow, 'counted' | 'normalised_weight'>): number => counted * (weight ?? 0);

/** A sum as the share of the best one, rooted and scaled to 0–100, as people and groups are scored (domain.md §1.5); 0 where nothing is best. */
export const scaled = (sum: number, best: number | null): number => (best ? 100 * Math.sqrt(sum / best) : 0);

/** What a member adds to the group: the own score times the seat's share of the weights in use. */
export const bringsOf = ({ score, weight }: Pick<Contribution, 'score' | 'weight'>, weightInUse: number | null): number => (weightInUse ? (score * weight) / weightInUse : 0);
