import type { Database } from '../../engine/database';
import type { ColumnProfile, FileProfile } from '../../engine/import';
import { quoteName, quoteText } from '../../engine/quoting';
import { queryRows, type Row } from '../../engine/wire';
import { countOf } from './count';
import { packedColumn } from './plan';
import type { PartColumns } from './views';

/** Of a longer file about so many records are looked at: by the hash of their number, so that no rhythm in the file misleads. */
export const profileLimit = 200_000;
const steps = 12;
/** One statement for so many columns: the engine's parser takes no chain of a thousand selects. */
const batch = 50;

/** What the columns of a file's part hold, unpacked. Columns of bookkeeping are left out. */
export async function profileTable(database: Database, part: Pick<PartColumns, 'table' | 'packed'>): Promise<FileProfile> {
  const table = unpackedSql(part);
  const described = await queryRows(database, `describe select * from ${table}`);
  const columns = described.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
    .filter(({ name }) => name !== 'file_no' && name !== 'source_row');
  const rows = await countOf(database, table);
  const every = Math.ceil(rows / profileLimit);
  const from = every > 1 ? `(select * from ${table} where hash(source_row) % ${every} = 0)` : table;
  const found: Row[] = [];
  for (let at = 0; at < columns.length; at += batch) {
    const selects = columns.slice(at, at + batch).map((column) => columnSql(column, from));
    found.push(...(await queryRows(database, selects.join('\nunion all\n'))));
  }
  const sampled = every > 1 ? await countOf(database, from) : rows;
  return { rows, sampled, columns: found.map(toProfile) };
}

function unpackedSql({ table, packed }: Pick<PartColumns, 'table' | 'packed'>): string {
  const unpacked = Object.entries(packed).map(([column, sql]) => `${sql} as ${quoteName(column)}`);
  return unpacked.length === 0 ? table : `(select * exclude (${packedColumn}), ${unpacked.join(', ')} from ${table})`;
}

const numbers = ['INTEGER', 'BIGINT', 'DOUBLE'];

function columnSql({ name, type }: { name: string; type: string }, from: string): string {
  const column = quoteName(name);
  const position = numbers.includes(type) ? 'value::double' : type === 'TIMESTAMP' ? 'epoch(value)' : null;
  const counted = `(select ${column} as value, count(*) as records from ${from} where ${column} is not null group by ${column})`;
  const facts = `
    ${quoteText(name)} as name,
    coalesce(sum(records), 0)::bigint as filled,
    count(*) as distinct_values,
    max_by(left(value::varchar, 200), records, 5) as top,
    max(records, 5) as top_counts,
    min(value)::varchar as least,
    max(value)::varchar as greatest`;
  if (!position) return `select ${facts}, null::map(integer, bigint) as histogram from ${counted}`;
  // The step is taken of each distinct value once; a column of one value fills the first.
  const step = `least(${steps - 1}, coalesce(floor(${steps} * (place - low) / nullif(high - low, 0)), 0))::integer`;
  const placed = `(select *, ${step} as step from (select *, min(place) over () as low, max(place) over () as high
    from (select *, ${position} as place from ${counted})))`;
  return `select ${facts}, map_from_entries((select list((step, records)) from (select step, sum(records)::bigint as records from ${placed} group by step))) as histogram from ${counted}`;
}

function toProfile(row: Row): ColumnProfile {
  // The select above gives these columns these types.
  const values = (row.top ?? []) as string[];
  const counts = (row.top_counts ?? []) as number[];
  const histogram = row.histogram as Record<string, number> | null;
  return {
    name: String(row.name),
    filled: Number(row.filled),
    distinct: Number(row.distinct_values),
    top: values.map((value, at) => ({ value, count: counts[at] ?? 0 })),
    min: toText(row.least),
    max: toText(row.greatest),
    histogram: histogram ? Array.from({ length: steps }, (_, at) => histogram[at] ?? 0) : null,
  };
}

const toText = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 200) : null);
