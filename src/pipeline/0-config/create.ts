import type { Database } from '../../engine/database';
import { dataFolder } from '../../engine/opening';
import { quoteName, quoteText } from '../../engine/quoting';
import type { Overrides, Playbook } from '../../playbook';
import { hashOf } from '../../util/hash';
import type { TableName } from '../table';
import { configTables } from '.';

/** A table of the playbook: columns with their DuckDB types, and rows of plain values by position. */
export interface ConfigTable {
  name: TableName;
  columns: Record<string, string>;
  rows: ConfigValue[][];
}

export type ConfigValue = string | number | boolean | null;

/** Writes those `config.*` tables whose rows changed (`made` says what stands) and gives all their fingerprints. */
export async function createConfig(
  database: Database,
  playbook: Playbook,
  overrides: Overrides,
  made: Map<TableName, string>,
): Promise<Map<TableName, string>> {
  const prints = new Map<TableName, string>();
  await database.run('create schema if not exists config');
  for (const table of configTables(playbook, overrides)) {
    const print = printOf(table);
    prints.set(table.name, print);
    if (made.get(table.name) === print) continue;
    made.delete(table.name);
    await write(database, table);
    made.set(table.name, print);
  }
  return prints;
}

// The title dictionary is the same array on every run: its hash is taken once.
const printOfRows = new WeakMap<ConfigValue[][], string>();

function printOf(table: ConfigTable): string {
  const rows = printOfRows.get(table.rows) ?? hashOf(JSON.stringify(table.rows));
  printOfRows.set(table.rows, rows);
  return hashOf(JSON.stringify(table.columns) + rows);
}

// As a file, since DuckDB reads ten thousand rows of CSV thirty times faster than the same rows as `values`.
async function write(database: Database, table: ConfigTable): Promise<void> {
  const path = `${dataFolder}${table.name}.csv`;
  const lines = [Object.keys(table.columns), ...table.rows].map((row) => `${row.map(toField).join(',')}\n`);
  await database.addFile(path, new TextEncoder().encode(lines.join('')));
  const columns = Object.entries(table.columns).map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`);
  const names = Object.keys(table.columns).map(quoteName);
  await database.run(
    `create or replace table ${table.name} as select ${names.join(', ')} from read_csv(${quoteText(path)}, ` +
      `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`,
  );
  await database.dropFile(path);
}

/** Texts are always quoted, so that an empty field can only be null. */
function toField(value: ConfigValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
}
