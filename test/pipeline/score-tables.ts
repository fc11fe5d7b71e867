import type { Database } from '../../src/engine/database';
import { quoteName, quoteValue, type SqlValue } from '../../src/engine/quoting';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { generated } from '../../src/pipeline/5-score';
import { Pipeline } from '../../src/pipeline/run';
import { phases, type PipelineTable, type TableName } from '../../src/pipeline/table';
import { defaultPlaybook, type Playbook } from '../../src/playbook';
import { makeActs } from './acts';
import { schema } from './schema';

const files = import.meta.glob<string>('../../src/pipeline/5-score/*.sql', { query: '?raw', import: 'default', eager: true });

export const scoreTables: PipelineTable[] = [
  ...Object.entries(files).map(([path, sql]) => ({
    // The glob only finds files of this folder.
    name: path.replace(/^.*\/(\w+)\.sql$/, 'score.$1') as TableName,
    sql: () => sql,
    isGenerated: false,
  })),
  ...generated,
];

/** The select of one table of this phase. */
export function tableSql(name: TableName): string {
  const table = scoreTables.find((each) => each.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table.sql(defaultPlaybook);
}

/** Rows by column name; every row of a table names the same columns, and the rest is null. */
export type Given = Record<string, Record<string, SqlValue>[]>;

/** A database in which this phase can be run again and again, on other rows and by other playbooks. Close it. */
export class Scores {
  readonly database: Database;
  readonly #pipeline: Pipeline;
  #runs = 0;

  private constructor(database: Database) {
    this.database = database;
    this.#pipeline = new Pipeline(database, scoreTables);
  }

  static async open(): Promise<Scores> {
    const database = await openNodeDatabase();
    for (const phase of phases) await database.run(`create schema if not exists ${phase}`);
    for (const [table, columns] of schema) {
      const list = columns.map(({ name, type }) => `${quoteName(name)} ${type}`);
      await database.run(`create table ${table} (${list.join(', ')})`);
    }
    return new Scores(database);
  }

  /** Scores `given`, with nothing else in the earlier phases. */
  async run(given: Given, playbook: Partial<Playbook> = {}): Promise<void> {
    for (const table of schema.keys()) await this.database.run(`delete from ${table}`);
    for (const [table, rows] of Object.entries(given)) await this.#insert(table, rows);
    if ('canon.activity' in given) await makeActs(this.database);
    this.#runs++;
    await this.rerun({ ...defaultPlaybook, ...playbook });
  }

  /** Scores the same rows by another playbook; gives the tables that were made again. */
  async rerun(playbook: Playbook): Promise<string[]> {
    // What the earlier phases would have made counts as made.
    const ingest = new Map([...schema.keys()].map((table) => [table as TableName, `given ${this.#runs}`] as const));
    const report = await this.#pipeline.run(playbook, { ingest });
    return report.filter((table) => table.isRecomputed).map((table) => table.table);
  }

  rows(sql: string): Promise<Row[]> {
    return queryRows(this.database, sql);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  async #insert(table: string, rows: Record<string, SqlValue>[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const names = Object.keys(first);
    const values = rows.map((row) => `(${names.map((name) => quoteValue(row[name] ?? null)).join(', ')})`);
    await this.database.run(`insert into ${table} (${names.map(quoteName).join(', ')}) values ${values.join(', ')}`);
  }
}
