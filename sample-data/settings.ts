import { DAY, dayOf } from './calendar';

export const interests = ['Growth Suite', 'Data Platform'] as const;
export type Interest = (typeof interests)[number];

/** How much to make. Accounts, people and activities are distinct ones; what is planted as dirt comes on top. */
export interface Size {
  seed: number;
  accounts: number;
  people: number;
  activitiesPerPerson: number;
}

/** The proportions of the committed sample, and leaner ones from a hundred thousand people on. */
export function sizeOf(people: number, seed: number): Size {
  const isLarge = people >= 100_000;
  return {
    seed,
    people,
    accounts: Math.max(1, Math.round(people / (isLarge ? 10 : 13.3))),
    activitiesPerPerson: isLarge ? 5 : 15,
  };
}

/** One export of everything, on one day: what happened later is not in it. */
export interface Snapshot {
  day: string;
  /** The last instant it knows of. */
  asOf: number;
  /** Activities from here on; the bulk extract of the quarter before is all the earlier snapshot keeps. */
  activitiesFrom: number;
  hasTruth: boolean;
}

const snapshot = (day: string, activityDays: number, hasTruth: boolean): Snapshot => {
  const asOf = dayOf(day) + DAY - 1000;
  return { day, asOf, activitiesFrom: asOf - activityDays * DAY, hasTruth };
};

export const earlier = snapshot('2026-06-30', 91, false);
export const current = snapshot('2026-09-30', 365, true);
