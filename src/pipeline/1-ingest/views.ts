import type { Database } from '../../engine/database';
import { quoteName } from '../../engine/quoting';
import { columnType, duckType, entities, entityNames, type Entity } from './entities';

/** The tables about the files themselves. */
const bookkeeping = {
  file: 'file_no integer, file_name varchar, bytes bigint, entity varchar, source_system varchar, records integer, rejected integer',
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
  ]);
}

/** `ingest.<entity>` over the parts of all its files; typed and empty when there is none. */
export async function createView(database: Database, entity: Entity, parts: readonly string[]): Promise<void> {
  const columns = Object.keys(entities[entity]);
  const names = ['file_no', 'source_row', ...columns].map(quoteName).join(', ');
  const empty = columns.map((column) => `null::${duckType(columnType(entity, column) ?? 'text')} as ${quoteName(column)}`);
  const selects = parts.length > 0
    ? parts.map((part) => `select ${names} from ${part}`)
    : [`select null::integer as file_no, null::integer as source_row, ${empty.join(', ')} where false`];
  await database.run(`create or replace view ingest.${entity} as ${selects.join(' union all ')}`);
}
