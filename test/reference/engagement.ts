import type { EngagementModel } from '../../src/playbook';
import { groupsOf, isSameGroup, membersOf, type Group } from './membership';
import { asOf, isWithin, knownActs, type Input, type Person } from './world';

export interface PersonEngagement {
  person: Person;
  raw: number;
  /** 0 to 100, of the best person. */
  score: number;
}

export interface GroupEngagement {
  group: Group;
  weightedSum: number;
  /** 0 to 100, of the best group. */
  engagement: number;
}

/** Everybody with an act that scores, step by step as domain.md §1.5 numbers them. */
export function personEngagementOf(input: Input): PersonEngagement[] {
  const { windowDays, dailyCap, normalisation } = input.playbook.engagement;
  const weights = numbersOf(input.playbook.engagement);
  // (1) types with a weight, (2) acts inside the window; of nobody known an act counts for nobody.
  const acts = knownActs(input.world).flatMap(({ person, type, at }) =>
    person && at !== null && isWithin(at, windowDays, asOf(input)) && (weights[type] ?? 0) > 0 ? [{ person, type, day: at.slice(0, 10) }] : [],
  );
  // (3) weights normalised over the types that occurred.
  const weightOf = normalised(weights, [...new Set(acts.map(({ type }) => type))], normalisation);
  const people = input.world.people.filter((each) => acts.some(({ person }) => person.id === each.id));
  const raws = people.map((person) => {
    const own = acts.filter((act) => act.person.id === person.id);
    let raw = 0;
    for (const day of new Set(own.map((act) => act.day))) {
      for (const type of new Set(own.map((act) => act.type))) {
        // (4) the daily quota, (5) the sum over days and types.
        raw += Math.min(own.filter((act) => act.day === day && act.type === type).length, dailyCap) * weightOf(type);
      }
    }
    return raw;
  });
  // (6) the square root, (7) scaled to the best.
  const scores = scaled(raws.map(Math.sqrt));
  return people.map((person, at) => ({ person, raw: raws[at] ?? 0, score: scores[at] ?? 0 }));
}

/** The weighted sum of every group's members, its root scaled to the best of all groups (§1.5). */
export function groupEngagementOf(input: Input): GroupEngagement[] {
  const people = personEngagementOf(input);
  const members = membersOf(input);
  const groups = groupsOf(input);
  const sums = groups.map((group) => {
    const own = members.filter((member) => isSameGroup(member.group, group));
    // (1) a role's weight, (2) as a share of the weights of the roles in use: each member brings all of it, (3) summed.
    const weightOf = (role: string): number => input.playbook.weightings[group.template.seats.find((seat) => seat.role === role)?.weighting ?? ''] ?? 0;
    const inUse = [...new Set(own.map(({ role }) => role))].reduce((sum, role) => sum + weightOf(role), 0);
    const scoreOf = ({ id }: Person): number => people.find(({ person }) => person.id === id)?.score ?? 0;
    return inUse === 0 ? 0 : own.reduce((sum, { person, role }) => sum + (scoreOf(person) * weightOf(role)) / inUse, 0);
  });
  // (4) the square root, (5) scaled to the best.
  const scores = scaled(sums.map(Math.sqrt));
  return groups.map((group, at) => ({ group, weightedSum: sums[at] ?? 0, engagement: scores[at] ?? 0 }));
}

/** A weight may be the name of a band. */
const numbersOf = ({ weights, bands }: EngagementModel): Record<string, number> =>
  Object.fromEntries(Object.entries(weights).map(([type, weight]) => [type, typeof weight === 'number' ? weight : (bands.find(({ name }) => name === weight)?.value ?? 0)]));

/** `w / max(w)`, or strictly `(w - min) / (max - min)`, which is 1 where all weights are equal. */
function normalised(weights: Record<string, number>, occurred: string[], by: 'max' | 'min-max'): (type: string) => number {
  const all = occurred.map((type) => weights[type] ?? 0);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return (type) => {
    const weight = weights[type] ?? 0;
    if (by === 'max') return weight / high;
    return high === low ? 1 : (weight - low) / (high - low);
  };
}

/** `100 * x / max(x)`; all 0 where the best is 0. */
function scaled(values: number[]): number[] {
  const best = Math.max(0, ...values);
  return values.map((value) => (best === 0 ? 0 : (100 * value) / best));
}
