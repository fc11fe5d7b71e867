import type { Database } from '../../src/engine/database';
import { quoteName, quoteValue, type SqlValue } from '../../src/engine/quoting';
import { openNodeDatabase } from '../../src/engine/node-database';
import { Pipeline } from '../../src/pipeline/run';
import { phaseOf, phases, type PipelineTable, type TableName } from '../../src/pipeline/table';
import { defaultPlaybook, type Playbook } from '../../src/playbook';
import { schema } from './schema';

const files = import.meta.glob<string>('../../src/pipeline/5-score/*.sql', { query: '?raw', import: 'default', eager: true });

export const scoreTables: PipelineTable[] = Object.entries(files).map(([path, sql]) => ({
  // The glob only finds files of this folder.
  name: path.replace(/^.*\/(\w+)\.sql$/, 'score.$1') as TableName,
  sql: () => sql,
  isGenerated: false,
}));

/** The select of one table of this phase. */
export function tableSql(name: TableName): string {
  const table = scoreTables.find((each) => each.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table.sql(defaultPlaybook);
}

/** Rows by column name; what a row leaves out is null. */
export type Given = Record<string, Record<string, SqlValue>[]>;

/** A database whose earlier phases hold `given` and nothing else, scored. Close it. */
export async function score(given: Given, playbook: Partial<Playbook> = {}, only?: TableName[]): Promise<Database> {
  const database = await openNodeDatabase();
  await createGiven(database);
  for (const [table, rows] of Object.entries(given)) await insert(database, table, rows);
  await runScores(database, { ...defaultPlaybook, ...playbook }, only);
  return database;
}

/** Every table that scores read, empty, with the columns that the phases promise. */
export async function createGiven(database: Database): Promise<void> {
  for (const phase of phases) await database.run(`create schema if not exists ${phase}`);
  for (const [table, columns] of schema) {
    const list = columns.map(({ name, type }) => `${quoteName(name)} ${type}`);
    await database.run(`create table ${table} (${list.join(', ')})`);
  }
}

/** Runs only this phase; what the earlier ones would have made counts as made. */
export async function runScores(database: Database, playbook: Playbook, only?: TableName[]): Promise<void> {
  const given = [...schema.keys()].map((table) => [table as TableName, 'given'] as const);
  await new Pipeline(database, scoreTables).run(playbook, only ? { ingest: new Map(given), only } : { ingest: new Map(given) });
}

async function insert(database: Database, table: string, rows: Record<string, SqlValue>[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row).map(quoteName).join(', ');
    const values = Object.values(row).map(quoteValue).join(', ');
    // A name of the schema always starts with its phase.
    await database.run(`insert into ${phaseOf(table as TableName)}.${table.slice(table.indexOf('.') + 1)} (${names}) values (${values})`);
  }
}
