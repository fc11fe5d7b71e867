import type { Database } from '../../engine/database';
import { quoteName, quoteValue, type SqlValue } from '../../engine/quoting';
import type { Playbook } from '../../playbook';
import { hashOf } from '../../util/hash';
import type { TableName } from '../table';
import { configTables } from '.';

/** A table of the playbook: columns with their DuckDB types, and rows by position. */
export interface ConfigTable {
  name: TableName;
  columns: Record<string, string>;
  rows: SqlValue[][];
}

/** Writes those `config.*` tables whose rows changed (`made` says what stands) and gives all their fingerprints. */
export async function createConfig(
  database: Database,
  playbook: Playbook,
  made: Map<TableName, string>,
): Promise<Map<TableName, string>> {
  const prints = new Map<TableName, string>();
  await database.run('create schema if not exists config');
  for (const table of configTables(playbook)) {
    const print = hashOf(JSON.stringify([table.columns, table.rows]));
    prints.set(table.name, print);
    if (made.get(table.name) === print) continue;
    made.delete(table.name);
    for (const sql of statements(table)) await database.run(sql);
    made.set(table.name, print);
  }
  return prints;
}

function statements(table: ConfigTable): string[] {
  const columns = Object.entries(table.columns).map(([name, type]) => `${quoteName(name)} ${type}`);
  const create = `create or replace table ${table.name} (${columns.join(', ')})`;
  const chunks = Array.from({ length: Math.ceil(table.rows.length / 500) }, (_, at) => table.rows.slice(at * 500, at * 500 + 500));
  const insert = chunks.map((rows) => {
    const values = rows.map((row) => `(${row.map(quoteValue).join(', ')})`);
    return `insert into ${table.name} values\n${values.join(',\n')}`;
  });
  return [create, ...insert];
}
