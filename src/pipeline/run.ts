import type { Database } from '../engine/database';
import { EngineError } from '../engine/errors';
import { queryRows } from '../engine/wire';
import { noCustom, noOverrides, type CustomColumns, type Overrides, type Playbook } from '../playbook';
import { hashOf } from '../util/hash';
import { createConfig } from './0-config/create';
import { inOrder } from './order';
import { isGate, isView, phaseOf, tablesIn, type Phase, type PipelineTable, type TableName } from './table';

/** What one run did, table by table, in the order it ran. */
export interface TableRun {
  table: string;
  /** Milliseconds; 0 for a table that was fresh already. */
  ms: number;
  isRecomputed: boolean;
}

export interface RunOptions {
  /** Fingerprints of the `ingest.*` tables; they change when a file comes or goes. */
  ingest: ReadonlyMap<TableName, string>;
  /** The columns of the loaded files that are none of ours (`Ingest.custom`); none when absent. */
  custom?: CustomColumns;
  /** What was decided by hand about particular records; nothing when absent. */
  overrides?: Overrides;
  onTable?: (table: string, done: number, total: number) => void;
  signal?: AbortSignal;
  /** Only these tables and what they read; all when absent. */
  only?: readonly TableName[];
}

/**
 * Runs the phases as a build: a table is made again only when its SQL, or something it reads, has changed since.
 * One instance per database, which must not be written to behind its back.
 */
export class Pipeline {
  readonly #database: Database;
  readonly #tables: readonly PipelineTable[];
  readonly #made = new Map<TableName, string>();
  /** What gates hold, as their readers see it. */
  readonly #held = new Map<TableName, string>();
  readonly #schemas = new Set<Phase>();
  /** What was made as a view: it cannot be dropped as a table. */
  readonly #views = new Set<TableName>();

  constructor(database: Database, tables: readonly PipelineTable[]) {
    this.#database = database;
    this.#tables = tables;
  }

  /** The fingerprint of each table as it stands; what is missing has not been made. */
  get fingerprints(): ReadonlyMap<TableName, string> {
    return this.#made;
  }

  /** Brings every table up to date. Throws `pipeline.cancelled` between two tables, EngineError when SQL fails. */
  async run(playbook: Playbook, options: RunOptions): Promise<TableRun[]> {
    const sqls = this.#sqlsOf(playbook, options.custom ?? noCustom);
    await this.#dropUnasked(sqls);
    const reads = new Map([...sqls].map(([name, sql]) => [name, tablesIn(sql)]));
    const wanted = options.only ? needed(options.only, reads) : null;
    const order = inOrder(reads).filter((name) => !wanted || wanted.has(name));
    const report: TableRun[] = [];

    const config = await createConfig(this.#database, playbook, options.overrides ?? noOverrides, this.#made);
    const prints = new Map([...options.ingest, ...config]);
    for (const [at, name] of order.entries()) {
      if (options.signal?.aborted) throw new EngineError('pipeline.cancelled', 'The run was stopped.');
      const sql = sqls.get(name) ?? '';
      const print = hashOf([sql, ...(reads.get(name) ?? []).map((read) => printOf(read, name, prints))].join('\n'));
      prints.set(name, print);
      options.onTable?.(name, at, order.length);
      const started = performance.now();
      const isRecomputed = this.#made.get(name) !== print;
      if (isRecomputed) {
        this.#made.delete(name);
        await this.#make(name, sql);
        if (isGate(sql)) this.#held.set(name, await this.#contentOf(name));
        this.#made.set(name, print);
      }
      if (isGate(sql)) prints.set(name, this.#held.get(name) ?? print);
      report.push({ table: name, ms: isRecomputed ? performance.now() - started : 0, isRecomputed });
    }
    return report;
  }

  #sqlsOf(playbook: Playbook, custom: CustomColumns): Map<TableName, string> {
    return new Map(
      this.#tables.flatMap((table) => [
        [table.name, table.sql(playbook, custom)] as const,
        ...(table.family?.(playbook, custom) ?? []).map(({ name, sql }) => [name, sql] as const),
      ]),
    );
  }

  /** Drops what an earlier playbook asked for and this one does not. */
  async #dropUnasked(sqls: ReadonlyMap<TableName, string>): Promise<void> {
    for (const name of [...this.#made.keys()].filter((each) => phaseOf(each) !== 'config' && !sqls.has(each))) {
      await this.#database.run(`drop ${this.#views.delete(name) ? 'view' : 'table'} if exists ${name}`);
      this.#made.delete(name);
    }
  }

  /** Tells one content of a small table from another. */
  async #contentOf(name: TableName): Promise<string> {
    const [row] = await queryRows(this.#database, `select concat_ws(' ', count(*), sum(hash(gate))) as content from ${name} as gate`);
    return `held ${String(row?.content)}`;
  }

  async #make(name: TableName, sql: string): Promise<void> {
    const phase = phaseOf(name);
    if (!this.#schemas.has(phase)) await this.#database.run(`create schema if not exists ${phase}`);
    this.#schemas.add(phase);
    await this.#database.run(`create or replace ${isView(sql) ? 'view' : 'table'} ${name} as\n${sql}`);
    if (isView(sql)) this.#views.add(name);
  }
}

function printOf(read: TableName, reader: TableName, prints: ReadonlyMap<TableName, string>): string {
  const print = prints.get(read);
  if (print === undefined) throw new EngineError('pipeline.unknown-table', `${reader} reads ${read}, which no phase makes.`);
  return print;
}

/** The asked tables and all they read, through any number of steps. */
function needed(asked: readonly TableName[], reads: ReadonlyMap<TableName, readonly TableName[]>): Set<TableName> {
  const all = new Set<TableName>();
  const visit = (name: TableName): void => {
    if (all.has(name)) return;
    all.add(name);
    reads.get(name)?.forEach(visit);
  };
  asked.forEach(visit);
  return all;
}
