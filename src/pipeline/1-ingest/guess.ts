import { headerKey } from './aliases';
import type { Entity } from './entities';
import { kindOf, type Kind } from './kinds';
import type { ColumnMatch } from './recognise';

/** What a kind of value is taken for in each kind of file. */
const meanings: Partial<Record<Entity, Record<string, string>>> = {
  account: {
    'Salesforce account id': 'account_id', 'company name': 'account_name', domain: 'domain', 'web address': 'website',
    country: 'country', key: 'account_id',
  },
  person: {
    email: 'email', 'Salesforce person id': 'person_id', 'Salesforce account id': 'account_id', domain: 'website',
    'company name': 'company_name', 'person name': 'full_name', 'job title': 'job_title', phone: 'phone', country: 'country', key: 'person_id',
  },
  account_person: { 'Salesforce account id': 'account_id', 'Salesforce person id': 'person_id' },
  activity: {
    'Salesforce person id': 'person_id', email: 'person_id', 'Salesforce account id': 'account_id', date: 'occurred_at',
    'activity type': 'activity_type', 'web address': 'url', 'Salesforce campaign id': 'campaign_id',
  },
  opportunity: { 'Salesforce opportunity id': 'opportunity_id', 'Salesforce account id': 'account_id', stage: 'stage' },
  opportunity_contact: { 'Salesforce opportunity id': 'opportunity_id', 'Salesforce person id': 'person_id' },
  stage_change: { 'Salesforce opportunity id': 'opportunity_id', stage: 'to_stage', date: 'changed_at' },
};

/** Columns that stand for the same: where one is found, its values are not looked for elsewhere. */
const twins: Record<string, string[]> = {
  full_name: ['first_name', 'last_name'],
  company_name: ['account_id'],
  website: ['email', 'account_id', 'domain', 'company_name'],
};

/** Headers that tell of someone or something else than the record: its owner, who changed it, the person's assistant. */
const isAside = /owner|manager|assistant|createdby|modifiedby|updatedby|rep$|agent|sender|reportsto|secondary|alternat|backup|previous|referr|parent|master|photo|linkedin|twitter|facebook|billing|shipping|sync|modified|updated/;

/** The kind of each column's values, by position; null where they tell nothing. Costs a look at a hundred records. */
export function kindsOf(headers: readonly string[], sample: readonly string[][]): (Kind | null)[] {
  const records = sample.slice(0, 100);
  return headers.map((header, at) => (isAside.test(headerKey(header)) ? null : kindOf(records.map((record) => record[at] ?? ''))));
}

/** A header that is itself a value of its column's kind, as in a file without a header line; null when there is none. */
export function valueAmong(headers: readonly string[], kinds: readonly (Kind | null)[]): string | null {
  const isValue = (header: string, at: number): boolean => {
    const kind = kinds[at]?.kind;
    return kind !== undefined && evident.test(kind) && kindOf([header])?.kind === kind;
  };
  return headers.find(isValue) ?? null;
}

/** Kinds that no header looks like. */
const evident = /^(email|Salesforce .*|web address|date|phone)$/;

/** The matches with what values tell of columns whose headers tell nothing; a column found by its header stays that one's. */
export function withGuesses(columns: readonly ColumnMatch[], entity: Entity, kinds: readonly (Kind | null)[]): ColumnMatch[] {
  const taken = new Set(columns.flatMap(({ columnName }) => columnName ?? []));
  return columns.map((each) => {
    const kind = kinds[each.at];
    const column = kind ? meanings[entity]?.[kind.kind] : undefined;
    if (!kind || !column || each.columnName !== null || each.rank < 0 || isTaken(column, taken)) return each;
    taken.add(column);
    const share = Math.round(kind.share * 100);
    return { ...each, columnName: column, confidence: kind.confidence, reason: `its values look like ${article(kind.kind)} (${share} %): a guess from the values`, rank: 1_000 };
  });
}

const isTaken = (column: string, taken: ReadonlySet<string>): boolean =>
  taken.has(column) || (twins[column] ?? []).some((twin) => taken.has(twin));

const article = (kind: string): string => `${/^[aei]/.test(kind) ? 'an' : 'a'} ${kind}`;
