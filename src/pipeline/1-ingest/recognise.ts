import { EngineError } from '../../engine/errors';
import { ownValue } from '../../util/own';
import { visible } from '../../util/visible';
import { aliases, headerKey } from './aliases';
import { entityNames, type Entity } from './entities';
import { kindsOf, valueAmong, withGuesses } from './guess';
import { impliedType } from './implied';
import { withoutNumber } from './headers';
import { foreign, generic, shapes } from './shapes';
import { systemOf } from './systems';

/** One column of a file and what it is taken for; null when nothing of ours, which keeps it as a custom column. */
export interface ColumnMatch {
  /** Position in the file from 0. */
  at: number;
  sourceColumn: string;
  columnName: string | null;
  /** 0 to 1; 0 for a custom column. */
  confidence: number;
  reason: string;
  /** Place among the names of the column: lower wins when several fit. */
  rank: number;
}

export interface Recognised {
  entity: Entity;
  sourceSystem: string;
  columns: ColumnMatch[];
}

/** What a user may decide better than the header does. */
export interface Hints {
  entity?: Entity;
  /** Source column → our column, or null to leave it a custom one. */
  columns?: Readonly<Record<string, string | null>>;
  /** Every column stays a custom one: the file is wanted as it is. Needs `entity`. */
  isPlain?: boolean;
}

/**
 * What a file with these headers holds; where they say nothing, the `sample` of its records is asked.
 * Throws `ingest.unknown-columns`, `ingest.no-header` or `ingest.no-account-key`.
 */
export function recognise(headers: readonly string[], fileName: string, hints: Hints = {}, sample: readonly string[][] = []): Recognised {
  const kinds = kindsOf(headers, sample);
  const byHeader = candidatesOf(headers, fileName, hints, (columns) => columns);
  const value = byHeader.length === 0 ? valueAmong(headers, kinds) : null;
  if (value !== null) {
    throw new EngineError(
      'ingest.no-header',
      `${fileName} has no header line: its first line holds values like “${visible(value.slice(0, 40))}”. Add a line above that names the columns.`,
    );
  }
  // Values are asked for the kind of file only when no header tells it.
  const candidates = byHeader.length > 0 ? byHeader : candidatesOf(headers, fileName, hints, (columns, entity) => withGuesses(columns, entity, kinds));
  const best = candidates.sort((a, b) => b.score - a.score || order(a.entity) - order(b.entity))[0];
  if (!best) throw unknownColumns(headers, fileName);
  const columns = withGuesses(best.columns, best.entity, kinds);
  if (best.entity === 'person' && !hasAny(columns, ['account_id', 'company_name', 'website', 'email'])) {
    throw new EngineError(
      'ingest.no-account-key',
      `${fileName} looks like people, but no column says which account they belong to. Add an account id, a company name or an email column.`,
    );
  }
  return { entity: best.entity, sourceSystem: systemOf(headers, fileName), columns };
}

type Candidate = { entity: Entity; columns: ColumnMatch[]; score: number };

function candidatesOf(
  headers: readonly string[], fileName: string, hints: Hints,
  complete: (columns: ColumnMatch[], entity: Entity) => ColumnMatch[],
): Candidate[] {
  return (hints.entity ? [hints.entity] : entityNames)
    .map((entity) => ({ entity, columns: complete(matchAll(headers, entity, hints), entity) }))
    .filter(({ entity, columns }) => (hints.entity ? hints.isPlain || columns.some(({ columnName }) => columnName) : fits(headers, entity, columns)))
    .map((each) => ({ ...each, score: scoreOf(each.entity, each.columns, fileName) }));
}

/** How many headers are known for anything: finds the header line below a report's title lines. */
export function knownHeaders(headers: readonly string[]): number {
  return headers.filter((header) => known.has(headerKey(header))).length;
}

const known = new Set(Object.values(aliases).flatMap((list) => list.flatMap((alias) => alias.names.map(({ key }) => key))));

function matchAll(headers: readonly string[], entity: Entity, hints: Hints): ColumnMatch[] {
  return headers.map((header, at) => {
    const told = hints.isPlain ? null : ownValue(hints.columns, header);
    if (told !== undefined) {
      return { at, sourceColumn: header, columnName: told, confidence: 1, reason: 'you chose it', rank: -1 };
    }
    return { at, sourceColumn: header, ...match(header, entity) };
  });
}

type Match = Pick<ColumnMatch, 'columnName' | 'confidence' | 'reason' | 'rank'>;

function match(header: string, entity: Entity): Match {
  const first = matchName(header, entity);
  // The second column of a name is known by the name it shares.
  return first.columnName === null && header !== withoutNumber(header) ? matchName(withoutNumber(header), entity) : first;
}

function matchName(header: string, entity: Entity): Match {
  const key = headerKey(header);
  const found = aliases[entity]
    .map((alias) => ({ column: alias.column, rank: alias.names.findIndex((name) => name.key === key), alias }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)[0];
  if (!found || key === '') return { columnName: null, confidence: 0, reason: 'no column of ours; kept as it is', rank: 0 };
  const { column, rank, alias } = found;
  const name = alias.names[rank]?.name ?? column;
  if (header === column) return { columnName: column, confidence: 1, reason: 'our own name for it', rank };
  const isExact = header.trim() === name;
  return {
    columnName: column,
    confidence: isExact ? 0.95 : 0.9,
    reason: isExact ? `a known name for ${column}` : `reads like “${name}”, a known name for ${column}`,
    rank,
  };
}

function fits(headers: readonly string[], entity: Entity, columns: ColumnMatch[]): boolean {
  const keys = new Set(headers.map(headerKey));
  const has = (mark: string): boolean => mark.split('+').every((key) => keys.has(key));
  if ([...foreign, ...shapes[entity].never].some(has)) return false;
  const found = columns.filter(({ columnName }) => columnName !== null);
  const tells = found.filter((each) => each.confidence >= 0.5 && !generic.includes(headerKey(each.sourceColumn)));
  // Of guesses there must be two, and a mere key is none.
  const isTold = tells.some(({ confidence }) => confidence >= 0.9) || tells.length > 1;
  const isImplied = impliedType(headers) !== null;
  return isTold && shapes[entity].needs.every((group) => hasAny(columns, group) || (isImplied && group.includes('implied type')));
}

function hasAny(columns: ColumnMatch[], names: readonly string[]): boolean {
  return columns.some(({ columnName }) => columnName !== null && names.includes(columnName));
}

function scoreOf(entity: Entity, columns: ColumnMatch[], fileName: string): number {
  const found = [...new Set(columns.flatMap(({ columnName }) => columnName ?? []))];
  const weights = found.map((column) => (shapes[entity].telling.includes(column) ? 3 : 1));
  // `person.csv` or `2026-09 campaign-cost.csv` says it itself.
  const isNamed = new RegExp(`(^|[^a-z])(${fileWords[entity]})([^a-z]|$)`).test(fileName.toLowerCase());
  return weights.reduce((sum, weight) => sum + weight, 0) + (isNamed ? 4 : 0);
}

/** What a file of each kind may be called. */
const fileWords: Record<Entity, string> = {
  account: 'accounts?|compan(y|ies)',
  person: 'persons?|people',
  account_person: 'account[^a-z]?person',
  activity: 'activity|activities',
  opportunity: 'opportunity|opportunities',
  opportunity_contact: 'opportunity[^a-z]?contact',
  stage_change: 'stage[^a-z]?change',
  product: 'products?',
  campaign_cost: 'campaign[^a-z]?cost',
  membership_override: 'membership[^a-z]?override',
};

/** Place in the list of shapes: the first of equals wins. */
function order(entity: Entity): number {
  return Object.keys(shapes).indexOf(entity);
}

function unknownColumns(headers: readonly string[], fileName: string): EngineError {
  const seen = headers.slice(0, 8).map((header) => `“${visible(header.slice(0, 40))}”`).join(', ');
  return new EngineError(
    'ingest.unknown-columns',
    `Rolecall can't tell what ${fileName} holds. It sees the columns ${seen}${headers.length > 8 ? ' …' : ''}. ` +
      'Export accounts, people, activities or opportunities with a header line, or rename the columns.',
  );
}
