import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/engine/database';
import { quoteText, quoteValue, type SqlValue } from '../../src/engine/quoting';
import { queryRows } from '../../src/engine/wire';
import { phraseTables } from '../../src/pipeline/0-config/phrases';
import { inOrder } from '../../src/pipeline/order';
import { tablesIn, type TableName } from '../../src/pipeline/table';
import type { OwnPhrase } from '../../src/playbook';

const folder = join(import.meta.dirname, '../../src/pipeline/3-persona');

export interface Meaning {
  job_title: string;
  seniority: string;
  function: string;
  is_current: boolean;
  modifiers: string[];
  phrases: string[];
}

/** The title tables of the persona phase alone, on given titles: no file, no other phase. */
export class TitleReader {
  readonly #database: Database;
  readonly #sql = new Map<TableName, string>();

  constructor(database: Database) {
    this.#database = database;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql') && name !== 'person.sql')) {
      // Such a file's name is its table's.
      this.#sql.set(`persona.${file.replace('.sql', '')}` as TableName, readFileSync(join(folder, file), 'utf8'));
    }
  }

  /** One person for each title, numbered from 1; makes all title tables. */
  async read(titles: readonly string[], own: OwnPhrase[] = []): Promise<Meaning[]> {
    await this.#people(titles);
    await this.config(own);
    await this.make([...this.#sql.keys()]);
    const rows = await queryRows(this.#database, `
      select person_no, person.job_title, seniority, function, is_current, modifiers, phrases
      from canon.person as person join persona.person_title using (person_no) join persona.title_meaning using (title_no)
      order by person_no`);
    return rows.map((row) => ({ ...row, modifiers: listOf(row.modifiers), phrases: listOf(row.phrases) })) as unknown as Meaning[];
  }

  /** Writes the dictionary, as the config phase would. */
  async config(own: OwnPhrase[], only?: TableName): Promise<void> {
    await this.#database.run('create schema if not exists config');
    for (const { name, columns, rows } of phraseTables(own)) {
      if (only && name !== only) continue;
      const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
      await this.#database.run(`create or replace table ${name} (${list.join(', ')})`);
      for (const chunk of chunks(rows, 1000)) await this.#database.run(`insert into ${name} values ${chunk.map(toRow).join(', ')}`);
    }
  }

  /** Makes these tables in the order of what they read; gives the milliseconds of each. */
  async make(names: readonly TableName[]): Promise<Map<TableName, number>> {
    await this.#database.run('create schema if not exists persona');
    const times = new Map<TableName, number>();
    for (const name of inOrder(new Map([...this.#sql].map(([table, sql]) => [table, tablesIn(sql)])))) {
      if (!names.includes(name)) continue;
      const started = performance.now();
      await this.#database.run(`create or replace table ${name} as\n${this.#sql.get(name)}`);
      times.set(name, performance.now() - started);
    }
    return times;
  }

  /** All that reads a table, by any number of steps. */
  readersOf(source: TableName): TableName[] {
    const found = new Set<TableName>([source]);
    for (const name of inOrder(new Map([...this.#sql].map(([table, sql]) => [table, tablesIn(sql)])))) {
      if (tablesIn(this.#sql.get(name) ?? '').some((read) => found.has(read))) found.add(name);
    }
    found.delete(source);
    return [...found];
  }

  async #people(titles: readonly string[]): Promise<void> {
    await this.#database.run('create schema if not exists canon');
    await this.#database.run('create or replace table canon.person (person_no integer, job_title text)');
    for (const chunk of chunks([...titles.entries()], 1000)) {
      const rows = chunk.map(([at, title]) => `(${at + 1}, ${quoteText(title)})`);
      await this.#database.run(`insert into canon.person values ${rows.join(', ')}`);
    }
  }
}

const toRow = (row: SqlValue[]): string => `(${row.map(quoteValue).join(', ')})`;
const listOf = (value: unknown): string[] => [...(value as Iterable<string>)];

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, at * size + size));
}
