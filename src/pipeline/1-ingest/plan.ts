import { quoteText } from '../../engine/quoting';
import { headerKey } from './aliases';
import { columnType, entities, type ColumnType, type Entity } from './entities';
import { formatOf, trimmedSql, typedSql, type ColumnFormat, type Habits } from './formats/values';
import { impliedType } from './implied';
import type { ColumnMatch, Recognised } from './recognise';

/** One column of the part table: what it is made of, in order of preference. */
export interface Target {
  column: string;
  type: ColumnType;
  /** Positions in the file; the first that holds a value gives it. */
  sources: ColumnMatch[];
  format: ColumnFormat;
  /** Columns kept under their own name. */
  isCustom: boolean;
}

/** Records that people write rules about; of the others, which come by the million, only our own columns are kept. */
export const keepsCustom: readonly Entity[] = ['account', 'person', 'opportunity'];

/** Every column of the part table that a file fills; `sample` are records of the file. */
export function planTargets(recognised: Recognised, sample: readonly string[][], habits: Habits): Target[] {
  const names = Object.keys(entities[recognised.entity]);
  const own = names.flatMap((column) => {
    const sources = recognised.columns.filter((each) => each.columnName === column).sort((a, b) => a.rank - b.rank || a.at - b.at);
    const type = columnType(recognised.entity, column) ?? 'text';
    return sources.length > 0 ? [{ column, type, sources, isCustom: false }] : [];
  });
  const custom = recognised.columns
    .filter((each) => each.columnName === null && keepsCustom.includes(recognised.entity))
    .map((each) => ({ column: customName(each), type: 'text' as const, sources: [each], isCustom: true }));
  return [...own, ...distinct(custom)].map((target) => {
    const values = sample.map((record) => target.sources.map(({ at }) => record[at] ?? '').find((value) => value.trim() !== '') ?? '');
    return { ...target, format: formatOf(target.type, values.filter((value) => value !== ''), habits) };
  });
}

/** SQL over the file's columns `c0`, `c1` … for the text that one target is read from. */
export function textSql(target: Target): string {
  // A cast takes blanks as they come; text does not.
  const texts = target.sources.map(({ at }) => (target.type === 'text' && !target.isCustom ? trimmedSql(`c${at}`) : `c${at}`));
  return texts.length === 1 ? (texts[0] ?? 'null') : `coalesce(${texts.join(', ')})`;
}

/** SQL over that text for the typed value; null where it is not of that type. */
export function valueSql(target: Target, text: string): string {
  const first = target.sources[0];
  if (target.column === 'is_opted_out' && first && headerKey(first.sourceColumn) === 'consentsmarketingemailval') {
    // XDM keeps the consent, not the refusal: only `n` refuses (domain.md §2.1).
    return `lower(${text}) = 'n'`;
  }
  return typedSql(text, target.format);
}

/** SQL for columns that no header gives but other columns tell, by column. */
export function derivedSql(recognised: Recognised): Record<string, string> {
  const { entity, columns } = recognised;
  if (entity !== 'activity') return {};
  const type = columns.some(({ columnName }) => columnName === 'activity_type' || columnName === 'status') ? null : impliedType(columns.map((each) => each.sourceColumn));
  const told: Record<string, string> = type ? { activity_type: quoteText(type) } : {};
  const at = attributesAt(recognised);
  if (at === null) return told;
  return { ...told, status: statusSql(`c${at}`) };
}

/** The part's column that holds several of ours as one text, for acts come by the million and their words are seldom read. */
export const packedColumn = 'attributes';

/** Whether the part has that column. */
export const isPacked = (recognised: Recognised): boolean => Object.keys(packedSql(recognised)).length > 0;

/** Where in the file that text stands; null when there is none. */
export function attributesAt({ entity, columns }: Recognised): number | null {
  return entity === 'activity' ? (columns.find((each) => headerKey(each.sourceColumn) === 'attributes')?.at ?? null) : null;
}

/** SQL over the packed column for those of our columns that are unpacked only when somebody reads them, by column. */
export function packedSql(recognised: Recognised): Record<string, string> {
  if (attributesAt(recognised) === null) return {};
  const sqls = Object.entries(packedKeys).map(([column, keys]) => [column, attributeSql(packedColumn, keys)]);
  return Object.fromEntries(sqls.filter(([column]) => !recognised.columns.some(({ columnName }) => columnName === column)));
}

/** Marketo's activity attributes: the JSON keys that tell a column, in either of its two notations (domain.md §2.3). */
const packedKeys: Record<string, string> = {
  url: 'Webpage URL|Link|Link URL|URL|Page URL',
  platform: 'Platform',
};

/** Most acts have no status, and most that have one write it so that it can be cut out, which takes a third of the time. */
function statusSql(text: string): string {
  const usual = '"New Status":"';
  return `case
    when contains(${text}, '${usual}') and not contains(${text}, '\\') then nullif(split_part(split_part(${text}, '${usual}', 2), '"', 1), '')
    when contains(${text}, 'Status"') then ${attributeSql(text, 'New Status|Status')}
end`;
}

function attributeSql(text: string, keys: string): string {
  const pattern = `"(?:${keys})"\\s*[:,]\\s*(?:"value"\\s*:\\s*)?"((?:[^"\\\\]|\\\\.)*)"`;
  return `nullif(regexp_extract(${text}, ${quoteText(pattern)}, 1), '')`;
}

function customName({ sourceColumn, at }: ColumnMatch): string {
  const name = sourceColumn.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '').slice(0, 60);
  return `custom_${name || `column_${at + 1}`}`;
}

function distinct<T extends { column: string }>(targets: T[]): T[] {
  const seen = new Map<string, number>();
  return targets.map((target) => {
    const count = (seen.get(target.column) ?? 0) + 1;
    seen.set(target.column, count);
    return count === 1 ? target : { ...target, column: `${target.column}_${count}` };
  });
}
