import { activityChannels, type EngagementModel } from '../../playbook';

/** How often people did an act of one kind. */
export interface TypeCount {
  activity_type: string;
  activities: number;
}

/** The acts of known people in the days that the active model looks back. */
export const scoredCountsSql = 'select activity_type, cast(activities as integer) as activities from score.activity_weight order by activities desc, activity_type';

/** The same in other days, for a model that is not in use: the acts are counted anew. */
export function countsSql(windowDays: number): string {
  return `select activities.activity_type, cast(count(*) as integer) as activities
from canon.activity as activities
cross join canon.clock as clock
where activities.person_no is not null and activities.activity_type is not null
    and activities.occurred_at >= clock.as_of_date - ${windowDays} + 1 and activities.occurred_at < clock.as_of_date + 1
group by activities.activity_type
order by activities desc, activities.activity_type`;
}

/** Every type that can have a weight: those the model weighs, then those that happened, then the rest that we know. */
export function typesOf(model: EngagementModel, counts: readonly TypeCount[]): string[] {
  return [...new Set([...Object.keys(model.weights), ...counts.map((count) => count.activity_type), ...Object.keys(activityChannels)])];
}
