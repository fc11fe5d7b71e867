import type { Database } from '../../engine/database';
import { quoteName, quoteText } from '../../engine/quoting';
import { ownValue } from '../../util/own';
import { createCustomView } from './custom';
import { columnType, duckType, entities, entityNames, type Entity } from './entities';

/** The tables about the files themselves. */
const bookkeeping = {
  file: 'file_no integer, file_name varchar, bytes bigint, entity varchar, source_system varchar, records integer, rejected integer, skipped integer, snapshot date, is_current boolean',
  reject: 'file_no integer, source_row integer, column_name varchar, value varchar, reason varchar',
  column_map: 'file_no integer, source_column varchar, column_name varchar, confidence double, reason varchar',
};

/** Makes every `ingest.*` table and view, empty. */
export async function createEmpty(database: Database): Promise<void> {
  await database.run('create schema if not exists ingest');
  // Sent together, so that a pipeline run that is asked for next finds them.
  await Promise.all([
    ...Object.entries(bookkeeping).map(([name, columns]) => database.run(`create or replace table ingest.${name} (${columns})`)),
    ...entityNames.map((entity) => createView(database, entity, [])),
    ...entityNames.map((entity) => createCustomView(database, entity, [])),
  ]);
}

/** One file's table, and which of its entity's columns it has, as they are or packed in another. */
export interface PartColumns {
  table: string;
  columns: readonly string[];
  packed: Readonly<Record<string, string>>;
  sourceSystem: string;
}

/** `ingest.<entity>` over the parts of all its files, with every column; typed and empty when there is none. */
export async function createView(database: Database, entity: Entity, parts: readonly PartColumns[]): Promise<void> {
  const selects = parts.map((part) => selectOf(entity, part));
  const nothing = `${selectOf(entity, { table: '(select null::integer as file_no, null::integer as source_row)', columns: [], packed: {}, sourceSystem: '' })} where false`;
  await database.run(`create or replace view ingest.${entity} as ${selects.join(' union all ') || nothing}`);
}

function selectOf(entity: Entity, { table, columns, packed, sourceSystem }: PartColumns): string {
  const all = Object.keys(entities[entity]).map((column) => {
    const type = duckType(columnType(entity, column) ?? 'text');
    if (column === 'source_system') return `${columns.includes(column) ? `coalesce(source_system, ${quoteText(sourceSystem)})` : quoteText(sourceSystem)} as source_system`;
    const unpacked = ownValue(packed, column);
    if (unpacked !== undefined) return `${unpacked} as ${quoteName(column)}`;
    return columns.includes(column) ? quoteName(column) : `null::${type} as ${quoteName(column)}`;
  });
  return `select file_no, source_row, ${all.join(', ')} from ${table}`;
}
