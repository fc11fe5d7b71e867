import type { Database } from '../../src/engine/database';
import { dataFolder } from '../../src/engine/opening';
import { queryRows } from '../../src/engine/wire';
import { Pipeline, tables, type TableName, type TableRun } from '../../src/pipeline';
import { defaultPlaybook, type OwnPhrase } from '../../src/playbook';

/** What is read from one title. */
export interface Meaning {
  job_title: string;
  seniority: string;
  function: string;
  is_current: boolean;
  modifiers: string[];
  phrases: string[];
}

const titleTables: TableName[] = ['persona.person_title', 'persona.title_meaning', 'persona.unmatched_title', 'persona.ambiguous_title'];

/** The title tables of the persona phase on given titles: no file, no other phase. */
export class TitleReader {
  readonly #database: Database;
  readonly #pipeline: Pipeline;
  #given = 0;

  constructor(database: Database) {
    this.#database = database;
    this.#pipeline = new Pipeline(database, tables.filter(({ name }) => name !== 'canon.person'));
  }

  /** What each title means, in the order given. */
  async read(titles: readonly string[], own: OwnPhrase[] = []): Promise<Meaning[]> {
    await this.give(titles);
    await this.run(own);
    const rows = await queryRows(this.#database, `
      select person.job_title, seniority, function, is_current, array_to_string(modifiers, '|') as modifiers,
        array_to_string(phrases, '|') as phrases
      from canon.person as person
      join persona.person_title using (person_no)
      join persona.title_meaning using (title_no)
      order by person_no`);
    return rows.map((row) => ({
      job_title: String(row['job_title']),
      seniority: String(row['seniority']),
      function: String(row['function']),
      is_current: row['is_current'] === true,
      modifiers: listOf(row['modifiers']),
      phrases: listOf(row['phrases']),
    }));
  }

  /** One person for each title, numbered from 1, in place of the canon phase. */
  async give(titles: readonly string[]): Promise<void> {
    this.#given++;
    const path = `${dataFolder}titles-${this.#given}.csv`;
    const lines = titles.map((title, at) => `${at + 1},"${title.replaceAll('"', '""')}"\n`);
    await this.#database.addFile(path, new TextEncoder().encode(lines.join('')));
    await this.#database.run('create schema if not exists canon');
    await this.#database.run(`create or replace table canon.person as from read_csv('${path}', header = false,
      auto_detect = false, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false,
      columns = {person_no: 'integer', job_title: 'text'})`);
    await this.#database.dropFile(path);
  }

  /** Brings the title tables up to date, as the product would. */
  run(own: OwnPhrase[] = []): Promise<TableRun[]> {
    return this.#pipeline.run(
      { ...defaultPlaybook, titles: { phrases: own } },
      { ingest: new Map([['canon.person', String(this.#given)]]), only: titleTables },
    );
  }
}

const listOf = (text: unknown): string[] => (text ? String(text).split('|') : []);
