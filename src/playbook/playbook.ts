import type { Example } from './example';
import type { LevelChoices } from './levels';

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

/** Whose facts are asked for. A person's account is the primary one. */
export type Subject = 'account' | 'person';

/**
 * At least so many acts up to the as-of day:
 * `{ activity: { of: 'person', types: ['Attend Event'], channels: ['event'], atLeast: 2, withinDays: 90 } }`.
 */
export interface ActivityCondition {
  activity: {
    /** Whose acts: the person's own, or all on the account. Absent: the person's in personas and seats, the account's in audiences. */
    of?: Subject | undefined;
    /** Canonical activity types (`canon.activity.activity_type`), whatever their case; absent: any. */
    types?: string[] | undefined;
    /** Channels (`canon.activity.channel`), whatever their case; absent: any. An act must fit both. */
    channels?: string[] | undefined;
    /** 1 or more; for none, put the condition in a `not`. */
    atLeast: number;
    /** Days that end with the as-of day, as the engagement model counts them; absent: any time before. */
    withinDays?: number | undefined;
  };
}

/**
 * At least so many opportunities of which `where` is true:
 * `{ opportunity: { of: 'account', where: { field: 'opportunity.is_won', op: 'is', value: true }, atLeast: 1 } }`.
 */
export interface OpportunityCondition {
  opportunity: {
    /** Those of the account, or those in which the person is a contact. Absent: as for activity. */
    of?: Subject | undefined;
    /** A tree of tests on `opportunity.` fields; absent: any opportunity. */
    where?: PlainCondition | undefined;
    /** 1 or more; absent: 1. */
    atLeast?: number | undefined;
  };
}

/** Being in an audience, or in a list of the playbook's own, by its name: `{ list: 'Target accounts' }`. */
export interface ListCondition {
  list: string;
}

/** What takes more than the subject's own columns to know. */
export type FactCondition = ActivityCondition | OpportunityCondition | ListCondition;

/** A tree of nothing but tests: what SQL is made of. */
export type PlainCondition = { all: PlainCondition[] } | { any: PlainCondition[] } | { not: PlainCondition } | Test;

/** A tree of tests and facts. `{ all: [] }` is true of everything, `{ any: [] }` of nothing. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Test | FactCondition;

/** Accounts or people picked by hand: `{ name: 'Target accounts', entity: 'account', keys: ['acme.com', '0015g00000A1b2c'] }`. */
export interface StaticList {
  /** Differs from the name of every other list and audience. */
  name: string;
  entity: Subject;
  /** Of an account its id or a domain, of a person the id or e-mail address; case counts only in ids. */
  keys: string[];
}

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

/** A name for what an act counts: another scale than the roles' weightings. */
export interface ActivityBand {
  /** Differs from the name of every other band of the model, as its value does. */
  name: string;
  /** 0–100. */
  value: number;
}

/** How acts become an engagement score (domain.md §1.5). */
export interface EngagementModel {
  name: string;
  /** Days back from the as-of date, its start exclusive. */
  windowDays: number;
  /** Acts of one type, by one person, on one day, that count. */
  dailyCap: number;
  normalisation: 'max' | 'min-max';
  /** What a weight may be named for. */
  bands: ActivityBand[];
  /** Canonical activity type → weight 0–100, or the name of a band; a type that is absent does not score. */
  weights: Record<string, number | string>;
}

/** What a model that is not in use can be: still worked on, or kept as it was. */
export const spareStatuses = ['draft', 'archived'] as const;
export type SpareStatus = (typeof spareStatuses)[number];

/** A model beside the active one; it scores nothing until it is made the active one. */
export interface SpareModel extends EngagementModel {
  status: SpareStatus;
}

/** A title phrase of the user's own, which wins over the shipped ones. */
export interface OwnPhrase {
  phrase: string;
  /** Only where it is all of a title's first part: “AD, Rossi SpA”, but not “Ad Manager”. */
  isAlone?: boolean | undefined;
  seniority?: string | undefined;
  function?: string | undefined;
  modifier?: string | undefined;
  /** The name of a persona, which is then that of whoever has the title, whatever the personas' conditions say. */
  persona?: string | undefined;
}

/** What may put a person into a group or keep them out, best first where a playbook does not say (domain.md §1.3; CRM is ours). */
export const membershipSources = ['manual', 'crm', 'journey', 'rule'] as const;
export type MembershipSource = (typeof membershipSources)[number];

/** Where a stage stands in the model: groups begin at an entry, end at the success or at a failure. */
export const stageKinds = ['entry', 'step', 'success', 'failure'] as const;
export type StageKind = (typeof stageKinds)[number];

/** Where a buying group can stand. */
export interface Stage {
  /** Differs from the name of every other stage. */
  name: string;
  description?: string | undefined;
  kind: StageKind;
  /** The names of the stages to which a recorded move may lead from here. */
  next: string[];
  /** A tree of tests on `group.` fields; null: only a recorded move leads here. */
  condition: PlainCondition | null;
}

/** The stages in order (domain.md §1.6): a group without recorded moves stands at the last one whose condition holds. */
export interface StageModel {
  name: string;
  stages: Stage[];
}

/** Something whose keywords are looked for in the names and addresses of what people opened, clicked and visited. */
export interface KeywordProduct {
  category: string;
  /** Differs from the name of every other product of its category. */
  name: string;
  /** Words or phrases, whatever their case and accents. */
  keywords: string[];
  /** The solution interest whose groups it counts for; absent: all groups. */
  interest?: string | undefined;
}

/** Keyword interest (domain.md §1.9; AJO calls it intent): sum of weight × 0.5^(age / half-life) over the acts with a keyword. */
export interface KeywordModel {
  products: KeywordProduct[];
  /** Days after which an act counts half; absent: 30. */
  halfLifeDays?: number | undefined;
  /** Days back from the as-of day; absent: 548, eighteen months. */
  lookBackDays?: number | undefined;
  /** Canonical activity type → weight 0–100; absent: the engagement model's. */
  weights?: Record<string, number> | undefined;
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
  /** Lists that conditions may name beside the audiences; absent: none. */
  lists?: StaticList[] | undefined;
  interests: Interest[];
  /** The active model: always exactly one. */
  engagement: EngagementModel;
  /** The models that are not in use, with names of their own; absent: none. */
  engagementModels?: SpareModel[] | undefined;
  /** `mean` of the seats' share of people, or `binary`: full seats of required seats (domain.md §1.4). */
  completeness: { variant: 'mean' | 'binary' };
  /** Percent from which a group counts as complete, and as engaged. */
  thresholds: { complete: number; engaged: number };
  /** ISO date, UTC; null: the day of the last activity. */
  asOf: string | null;
  /** A step of the funnel must follow within `windowDays`; cohorts of the last `months` are looked at. */
  funnel: { windowDays: number; months: number };
  titles: { phrases: OwnPhrase[]; levels?: LevelChoices | undefined };
  /** How alike a company name and an account's must be to be taken for one, 0.8 to 1; at 1 only equal names are. */
  matching: { companyName: number };
  /** What the rules must get right, in any order; absent: none. */
  examples?: Example[] | undefined;
  /** Whose word on a member counts, best first, each source once; absent: as in `membershipSources`. */
  precedence?: MembershipSource[] | undefined;
  /** A source's activity type → ours, before what ships with the app; without regard to case. */
  activityAliases: Record<string, string>;
  stageModel: StageModel;
  /** Products and their keywords; absent: none. */
  keywords?: KeywordModel | undefined;
}
