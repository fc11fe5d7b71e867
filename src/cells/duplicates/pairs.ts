import { isSamePair, keyParts, type Merge, type MergePair, type Overrides, type RecordKey } from '../../playbook';
import { formatCount, formatDay } from '../../ui/format';
import type { ResultRow } from '../../ui/result';

/** One thing both sides may say of themselves; equal when neither contradicts the other in more than case. */
export interface Fact {
  label: string;
  one: string;
  other: string;
  isEqual: boolean;
}

/** Two records proposed as one, side by side. */
export interface Pair {
  id: string;
  entity: Merge['entity'];
  names: [one: string, other: string];
  facts: Fact[];
  evidence: string[];
  /** Percent 0–100. */
  likeness: number;
  /** What a decision would call them; null when a record has nothing to be called by. */
  keys: MergePair | null;
}

const factLabels: Record<Merge['entity'], [column: string, label: string][]> = {
  person: [['email', 'Email'], ['title', 'Job title'], ['account', 'Account'], ['phone', 'Phone'], ['city', 'Place'], ['record', 'Record']],
  account: [['domain', 'Domain'], ['industry', 'Industry'], ['employees', 'Employees'], ['place', 'Place'], ['owner', 'Owner'], ['people', 'People'], ['record', 'Record']],
};

/** A row of the cell's query as a pair to show; what neither side knows is left out. */
export function toPair(entity: Merge['entity'], row: ResultRow): Pair {
  const facts = factLabels[entity].map(([column, label]) => toFact(label, row[`one_${column}`], row[`other_${column}`]));
  const [one, other] = [toKey(entity, row, 'one'), toKey(entity, row, 'other')];
  return {
    id: `${entity} ${String(row.one_no)} ${String(row.other_no)}`,
    entity,
    names: [textOf(row.one_name) || 'No name', textOf(row.other_name) || 'No name'],
    facts: facts.filter((fact) => fact.one !== '' || fact.other !== ''),
    evidence: textOf(row.evidence).split(', ').filter((each) => each !== ''),
    likeness: Math.round(Number(row.score) * 100),
    keys: one && other ? { entity, one, other } : null,
  };
}

/** Without the pairs about which something was decided that the tables do not know yet. */
export function withoutDecided(pairs: readonly Pair[], { merges }: Overrides): Pair[] {
  return pairs.filter(({ keys }) => !keys || !merges.some((merge) => isSamePair(merge, keys)));
}

/** A decision as a person reads it. */
export interface Decided {
  merge: Merge;
  names: [one: string, other: string];
  day: string;
}

/** Decisions on records, the newest first; `names` are those of `namesSql`. A record that no file holds goes by its key. */
export function toDecided({ merges }: Overrides, names: ReadonlyMap<string, string>): Decided[] {
  const nameOf = (merge: Merge, key: RecordKey): string => names.get(nameKey(merge.entity, ...keyParts(key))) || keyParts(key)[1];
  return [...merges]
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt))
    .map((merge) => ({ merge, names: [nameOf(merge, merge.one), nameOf(merge, merge.other)], day: formatDay(new Date(merge.madeAt)) }));
}

/** Under what `toDecided` looks for a name. */
export const nameKey = (entity: string, by: string, value: string, within: string | null): string => JSON.stringify([entity, by, value, within]);

function toKey(entity: Merge['entity'], row: ResultRow, side: string): RecordKey | null {
  const of = (column: string): string => textOf(row[`${side}_${column}`]);
  if (of('key_id')) return { system: of('source'), id: of('key_id') };
  if (entity === 'account') return of('key_domain') ? { domain: of('key_domain') } : of('key_name') ? { name: of('key_name') } : null;
  if (of('key_email').includes('@')) return { email: of('key_email'), ...(row[`${side}_is_shared`] ? { name: of('key_name') } : {}) };
  if (!of('key_name')) return null;
  return { name: of('key_name'), ...(of('key_company') ? { company: of('key_company') } : {}) };
}

function toFact(label: string, one: unknown, other: unknown): Fact {
  const [a, b] = [textOf(one), textOf(other)];
  const plain = label === 'Phone' ? lastDigits : (text: string) => text.toLowerCase();
  return { label, one: a, other: b, isEqual: plain(a) === plain(b) };
}

/** A number as it is compared, however it was written and with or without its country. */
const lastDigits = (phone: string): string => phone.replace(/\D/g, '').slice(-9) || phone;

const textOf = (value: unknown): string => (typeof value === 'number' ? formatCount(value) : value === null || value === undefined ? '' : String(value));
