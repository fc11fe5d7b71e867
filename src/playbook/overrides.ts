import * as v from 'valibot';
import { EngineError } from '../engine/errors';

/**
 * What a decision calls a record, so that next month's export is known by it too: its system's id where it has one, else an
 * email (with the name, where several people read it), a domain, or a name (a person's with the company, as written).
 */
export type RecordKey =
  | { system: string; id: string }
  | { email: string; name?: string | undefined }
  | { domain: string }
  | { name: string; company?: string | undefined };

/** Whether two records are one account or person, said by hand. */
export interface Merge {
  entity: 'account' | 'person';
  one: RecordKey;
  other: RecordKey;
  verdict: 'same' | 'different';
  /** ISO time, UTC. */
  madeAt: string;
}

/** A person put into a buying group by hand, or taken out of it. */
export interface MemberAction {
  action: 'add' | 'remove';
  account: RecordKey;
  solutionInterest: string;
  person: RecordKey;
  /** The seat; null leaves it to the rules. */
  role: string | null;
  /** ISO time, UTC. */
  madeAt: string;
  /** Why, in the words of whoever decided. */
  note?: string | undefined;
  /** Who decided, where that was said. */
  by?: string | undefined;
}

/** Decisions about particular records, which no rule could make: a document beside the playbook. */
export interface Overrides {
  format: 'rolecall-overrides';
  version: 1;
  merges: readonly Merge[];
  members: readonly MemberAction[];
}

export const noOverrides: Overrides = { format: 'rolecall-overrides', version: 1, merges: [], members: [] };

const text = v.pipe(v.string(), v.nonEmpty('is empty'));
const time = v.pipe(v.string(), v.isoTimestamp('is no ISO time'));
const byId = v.strictObject({ system: text, id: text });
const byName = v.strictObject({ name: text, company: v.optional(text) });
const accountKey = v.union([byId, v.strictObject({ domain: text }), v.strictObject({ name: text })], 'names no account');
const personKey = v.union([byId, v.strictObject({ email: text, name: v.optional(text) }), byName], 'names no person');
const ofMerge = { verdict: v.picklist(['same', 'different']), madeAt: time };

const schema: v.GenericSchema<unknown, Overrides> = v.strictObject({
  format: v.literal('rolecall-overrides'),
  version: v.literal(1, 'is of another Rolecall'),
  merges: v.array(v.variant('entity', [
    v.strictObject({ entity: v.literal('account'), one: accountKey, other: accountKey, ...ofMerge }),
    v.strictObject({ entity: v.literal('person'), one: personKey, other: personKey, ...ofMerge }),
  ])),
  members: v.array(v.strictObject({
    action: v.picklist(['add', 'remove']),
    account: accountKey,
    solutionInterest: text,
    person: personKey,
    role: v.nullable(text),
    madeAt: time,
    note: v.optional(v.string()),
    by: v.optional(v.string()),
  })),
});

/**
 * Overrides from outside, checked: the one door. Absent means none. Throws EngineError `overrides.invalid` whose message
 * names the path and the reason of each fault, one a line.
 */
export function parseOverrides(json: unknown): Overrides {
  if (json === undefined || json === null) return noOverrides;
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const faults = result.issues.slice(0, 20).map((issue) => `${v.getDotPath(issue) ?? 'overrides'}: ${issue.message}`);
  throw new EngineError('overrides.invalid', ['These decisions cannot be used.', ...faults].join('\n'));
}

/** A decision made at a moment, now when none is given. */
export function toMerge({ entity, one, other }: MergePair, verdict: Merge['verdict'], at = new Date()): Merge {
  return { entity, one, other, verdict, madeAt: at.toISOString() };
}

/** With one more decision, in the place of what was said of the same two records before. */
export function withMerge(overrides: Overrides, merge: Merge): Overrides {
  return { ...overrides, merges: [...overrides.merges.filter((each) => !isSamePair(each, merge)), merge] };
}

/** Without what was said of two records. */
export function withoutMerge(overrides: Overrides, pair: MergePair): Overrides {
  return { ...overrides, merges: overrides.merges.filter((each) => !isSamePair(each, pair)) };
}

/** With more decisions about seats, each in the place of what was said of the same person in the same group before. */
export function withMembers(overrides: Overrides, actions: readonly MemberAction[]): Overrides {
  return { ...overrides, members: [...withoutMembers(overrides, actions).members, ...actions] };
}

/** Without what was said of some people in their groups. */
export function withoutMembers(overrides: Overrides, about: readonly MemberAbout[]): Overrides {
  const gone = new Set(about.map(aboutText));
  return { ...overrides, members: overrides.members.filter((each) => !gone.has(aboutText(each))) };
}

/** Whom a decision about a seat is about, and in which group. */
export type MemberAbout = Pick<MemberAction, 'account' | 'solutionInterest' | 'person'>;

export type MergePair = Pick<Merge, 'entity' | 'one' | 'other'>;

/** Whether two decisions are about the same two records, in whatever order they name them. */
export function isSamePair(a: MergePair, b: MergePair): boolean {
  const keys = (pair: MergePair): string => [pair.one, pair.other].map(keyText).sort().join('\n');
  return a.entity === b.entity && keys(a) === keys(b);
}

/** Whether nothing at all was decided. */
export const isEmptyOverrides = ({ merges, members }: Overrides): boolean => merges.length === 0 && members.length === 0;

/** A key as a row has it: by what a record is found, its value, and within which system, name or company. */
export function keyParts(key: RecordKey): [by: 'id' | 'email' | 'domain' | 'name', value: string, within: string | null] {
  if ('id' in key) return ['id', key.id, key.system];
  if ('email' in key) return ['email', key.email, key.name ?? null];
  if ('domain' in key) return ['domain', key.domain, null];
  return ['name', key.name, key.company ?? null];
}

const aboutText = ({ account, solutionInterest, person }: MemberAbout): string => [keyText(account), solutionInterest, keyText(person)].join('\n');
const keyText = (key: RecordKey): string => JSON.stringify(keyParts(key));
