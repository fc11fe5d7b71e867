import { transfer } from 'comlink';
import type { AddReport, EngineApi, EngineAssets, FileReport, MemoryReport, OnBytes, OnTable, RunReport, Sheet, TableInfo, TableReport, TimingReport } from './api';
import { BrowserDatabase } from './browser-database';
import { BrowserEngine } from './browser-engine';
import type { Database } from './database';
import { EngineError } from './errors';
import { transferErrorsWhole } from './error-transfer';
import type { FileHints, FilePreview, FileProfile, HintsByTable, Recipe } from './import';
import { listTables, measureMemory } from './listing';

/** The product's work on an open database, which the worker's script wires in. */
export interface Work {
  addFile(file: File, hints?: HintsByTable, recipes?: readonly Recipe[], table?: string | null): Promise<AddReport>;
  reloadFile(fileNo: number, file: File, hints: FileHints, recipes?: readonly Recipe[]): Promise<FileReport>;
  previewFile(file: File, table: string, hints: FileHints): Promise<FilePreview>;
  profileFile(fileNo: number): Promise<FileProfile>;
  readSheets(file: File): Promise<Sheet[]>;
  removeFile(fileNo: number): Promise<void>;
  run(playbook: unknown, overrides: unknown, onTable: OnTable, signal: AbortSignal): Promise<TableReport[]>;
  keepResults(): Promise<void>;
}

interface Opened {
  engine: BrowserEngine;
  database: BrowserDatabase;
  work: Work;
}

/** The engine as its own worker offers it: work runs in turn on one connection, each query on one of its own. */
export class EngineHost implements EngineApi {
  readonly #begin: (database: Database) => Work;
  #open: Opened | null = null;
  readonly #queries = new Set<BrowserDatabase>();
  #last: Promise<unknown> = Promise.resolve();
  #stop = new AbortController();
  #timings: TimingReport = { open: 0, lastRun: null };

  constructor(begin: (database: Database) => Work) {
    transferErrorsWhole();
    this.#begin = begin;
  }

  async open(assets: EngineAssets, onBytes: OnBytes): Promise<void> {
    const started = performance.now();
    const engine = await BrowserEngine.open(assets, onBytes);
    const database = await BrowserDatabase.connect(engine);
    this.#open = { engine, database, work: this.#begin(database) };
    this.#timings = { open: performance.now() - started, lastRun: null };
  }

  died(): Promise<string> {
    return this.#opened.engine.died;
  }

  addFile(file: File, hints?: HintsByTable, recipes?: readonly Recipe[], table?: string | null): Promise<AddReport> {
    return this.#inTurn(() => this.#opened.work.addFile(file, hints, recipes, table));
  }

  reloadFile(fileNo: number, file: File, hints: FileHints, recipes?: readonly Recipe[]): Promise<FileReport> {
    return this.#inTurn(() => this.#opened.work.reloadFile(fileNo, file, hints, recipes));
  }

  previewFile(file: File, table: string, hints: FileHints): Promise<FilePreview> {
    return this.#inTurn(() => this.#opened.work.previewFile(file, table, hints));
  }

  profileFile(fileNo: number): Promise<FileProfile> {
    return this.#inTurn(() => this.#opened.work.profileFile(fileNo));
  }

  readSheets(file: File): Promise<Sheet[]> {
    return this.#inTurn(() => this.#opened.work.readSheets(file));
  }

  removeFile(fileNo: number): Promise<void> {
    return this.#inTurn(() => this.#opened.work.removeFile(fileNo));
  }

  run(playbook: unknown, overrides: unknown, onTable: OnTable): Promise<RunReport> {
    return this.#inTurn(async (signal) => {
      const started = performance.now();
      const tables = await this.#opened.work.run(playbook, overrides, onTable, signal);
      const report = { tables, ms: performance.now() - started };
      this.#timings = { ...this.#timings, lastRun: report };
      return report;
    });
  }

  keepResults(): Promise<void> {
    return this.#inTurn(() => this.#opened.work.keepResults());
  }

  async query(sql: string): Promise<Uint8Array> {
    const bytes = await this.#apart((database) => database.query(sql));
    return transfer(bytes, [bytes.buffer]);
  }

  async cancel(): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    await Promise.all([this.#opened.database, ...this.#queries].map((database) => database.cancel()));
    await this.#last;
  }

  tables(): Promise<TableInfo[]> {
    return this.#apart(listTables);
  }

  async memory(): Promise<MemoryReport> {
    const wasm = await this.#opened.engine.wasmBytes();
    return this.#apart((database) => measureMemory(database, wasm));
  }

  async timings(): Promise<TimingReport> {
    return this.#timings;
  }

  async ping(): Promise<void> {}

  get #opened(): Opened {
    if (!this.#open) throw new EngineError('engine.not-open', 'The engine has not been opened yet.');
    return this.#open;
  }

  #inTurn<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.#stop;
    const turn = this.#last.then(() => {
      if (signal.aborted) throw new EngineError('engine.cancelled', 'The work was stopped.');
      return task(signal);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  // A connection each: a transaction left open or failed ends with its query, and nobody waits for another's.
  async #apart<T>(task: (database: BrowserDatabase) => Promise<T>): Promise<T> {
    const database = await BrowserDatabase.connect(this.#opened.engine);
    this.#queries.add(database);
    try {
      return await task(database);
    } finally {
      this.#queries.delete(database);
      // Not waited for: only a dead engine cannot disconnect, and then the query itself says so.
      database.close().catch(() => undefined);
    }
  }
}
