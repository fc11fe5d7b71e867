/** How a test compares its field with its value. `within last days` counts back from the as-of date. */
export const operators = [
  'is', 'is not', 'is one of', 'is none of', 'contains', 'contains word', 'starts with', 'ends with', 'matches',
  'is empty', 'is not empty', '<', '<=', '>', '>=', 'between', 'before', 'after', 'within last days',
] as const;
export type Operator = (typeof operators)[number];

/** What a field is compared with; `is empty` and `is not empty` take none. */
export type TestValue = string | number | boolean | (string | number)[];

/** One comparison. Text compares without regard to case and accents unless `isExact`. */
export interface Test {
  /** `person.country`, `account.industry`, `title.seniority` … */
  field: string;
  op: Operator;
  value?: TestValue | undefined;
  isExact?: boolean | undefined;
}

/** A tree of tests. `{ all: [] }` is true of everything, `{ any: [] }` of nothing. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Test;

/** A kind of person. */
export interface Persona {
  name: string;
  description?: string | undefined;
  condition: Condition;
}

/** A role in a template: how many people it needs, how much it counts, and who belongs in it. */
export interface Seat {
  role: string;
  /** A name in `weightings`. */
  weighting: string;
  /** The people needed for a full seat: 1 or more. */
  people: number;
  /** Whether it counts for completeness. */
  isRequired: boolean;
  /** Whether people whose title fits `condition` are put here without being asked. */
  isAutoAssign: boolean;
  /** Who fits; null fits nobody by rule. */
  condition: Condition | null;
}

/** The seats a buying group needs, in the order in which people are given them. Only a live one makes groups. */
export interface Template {
  name: string;
  isLive: boolean;
  seats: Seat[];
}

/** Which accounts; null: all. */
export interface Audience {
  name: string;
  condition: Condition | null;
}

/** What is being sold, to whom, and with which template. */
export interface Interest {
  name: string;
  template: string;
  audience: string;
}

/** How acts become an engagement score (domain.md §1.5). */
export interface EngagementModel {
  name: string;
  /** Days back from the as-of date, its start exclusive. */
  windowDays: number;
  /** Acts of one type, by one person, on one day, that count. */
  dailyCap: number;
  normalisation: 'max' | 'min-max';
  /** Canonical activity type → weight 0–100; a type that is absent does not score. */
  weights: Record<string, number>;
}

/** A title phrase of the user's own, which wins over the shipped ones. */
export interface OwnPhrase {
  phrase: string;
  seniority?: string | undefined;
  function?: string | undefined;
  modifier?: string | undefined;
}

/** Every rule of an analysis, as one document. */
export interface Playbook {
  format: 'rolecall-playbook';
  version: 1;
  name: string;
  /** In order: the first that matches is the person's persona; all are kept. */
  personas: Persona[];
  roles: string[];
  /** Name of a band → its value. */
  weightings: Record<string, number>;
  templates: Template[];
  audiences: Audience[];
  interests: Interest[];
  engagement: EngagementModel;
  /** `mean` of the seats' share of people, or `binary`: full seats of required seats (domain.md §1.4). */
  completeness: { variant: 'mean' | 'binary' };
  /** Percent from which a group counts as complete, and as engaged. */
  thresholds: { complete: number; engaged: number };
  /** ISO date, UTC; null: the day of the last activity. */
  asOf: string | null;
  /** A step of the funnel must follow within `windowDays`; cohorts of the last `months` are looked at. */
  funnel: { windowDays: number; months: number };
  titles: { phrases: OwnPhrase[] };
  /** A source's activity type → ours, before what ships with the app; without regard to case. */
  activityAliases: Record<string, string>;
}
