import { proxy, type Remote } from 'comlink';
import type { AddReport, EngineApi, EngineAssets, FileReport, MemoryReport, OnTable, RunReport, Sheet, TableInfo, TimingReport } from './api';
import { EngineError } from './errors';
import type { FileHints, FilePreview, FileProfile, Recipe } from './import';
import { defaultPatience, Session, type Patience } from './session';
import type { StartedWorker } from './start-worker';
import type { EngineState } from './state';
import { toRows, toTable, type Row, type Table } from './wire';

// More deaths than this within a minute, and a new life would end the same way.
const livesPerMinute = 3;

interface AddedFile {
  file: File;
  /** Of its tables, those that are still in. */
  reports: readonly FileReport[];
}

/**
 * The engine as the page sees it. It outlives its workers: when one dies, all that was asked of it rejects with
 * `engine.dead`, a new one is started, the files are read again and the last playbook is run again.
 */
export class EngineClient {
  readonly #start: () => StartedWorker;
  readonly #assets: EngineAssets;
  readonly #patience: Patience;
  readonly #listeners = new Set<(state: EngineState) => void>();
  #state: EngineState = { status: 'loading', bytes: 0, total: null };
  #session: Promise<Session>;
  #files: AddedFile[] = [];
  #lastRun: { playbook: unknown; overrides: unknown } | null = null;
  #deaths: number[] = [];
  #isClosed = false;

  constructor(start: () => StartedWorker, assets: EngineAssets, patience: Patience = defaultPatience) {
    this.#start = start;
    this.#assets = assets;
    this.#patience = patience;
    this.#session = this.#live(null);
    // Whoever asks hears of a failure; nobody may be asking yet.
    this.#session.catch(() => undefined);
  }

  get state(): EngineState {
    return this.#state;
  }

  /** What became of each table of each file, in the order added; file numbers may change when the engine is restarted. */
  get files(): readonly FileReport[] {
    return this.#files.flatMap(({ reports }) => reports);
  }

  /** Resolves when the engine can be asked; rejects when it cannot be had. */
  get ready(): Promise<void> {
    return this.#session.then(() => undefined);
  }

  /** Calls the listener at every change from now on; gives the way to stop that. */
  onState(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Loads every table of a file, and says which parts of it are none; throws when none can be loaded. What nobody tells of
   * it is guessed, or taken from the recipe that fits. With `table` only that one is loaded, beside those that are.
   */
  async addFile(file: File, hints: FileHints = {}, recipes: readonly Recipe[] = [], table: string | null = null): Promise<AddReport> {
    const report = await this.#ask((api) => api.addFile(file, { [table ?? file.name]: hints }, recipes, table));
    const before = this.#files.find((each) => each.file === file);
    const all = { file, reports: [...(before?.reports ?? []), ...report.loaded] };
    this.#files = before ? this.#files.map((each) => (each === before ? all : each)) : [...this.#files, all];
    return report;
  }

  /** Reads a loaded file again, with corrections or else by the recipe that fits; when that fails, the old reading stays. */
  async reloadFile(fileNo: number, hints: FileHints, recipes: readonly Recipe[] = []): Promise<FileReport> {
    const file = this.fileOf(fileNo);
    const again = await this.#ask((api) => api.reloadFile(fileNo, file, hints, recipes));
    const swapped = (reports: readonly FileReport[]): FileReport[] => reports.map((report) => (report.fileNo === fileNo ? again : report));
    this.#files = this.#files.map((each) => ({ ...each, reports: swapped(each.reports) }));
    return again;
  }

  /** A look at the first records of one table of a file, loaded or not, and at what they would become. */
  previewFile(file: File, table: string, hints: FileHints): Promise<FilePreview> {
    return this.#ask((api) => api.previewFile(file, table, hints));
  }

  /** What the columns of a loaded file hold. */
  profileFile(fileNo: number): Promise<FileProfile> {
    return this.#ask((api) => api.profileFile(fileNo));
  }

  /** The sheets of a workbook or text file, row by row; loads nothing. */
  readSheets(file: File): Promise<Sheet[]> {
    return this.#ask((api) => api.readSheets(file));
  }

  /** The file behind a number. Throws `ingest.no-such-file`. */
  fileOf(fileNo: number): File {
    const found = this.#files.find(({ reports }) => reports.some((report) => report.fileNo === fileNo));
    if (!found) throw new EngineError('ingest.no-such-file', 'This file is not loaded any more. Add it again.');
    return found.file;
  }

  async removeFile(fileNo: number): Promise<void> {
    await this.#ask((api) => api.removeFile(fileNo));
    const rest = this.#files.map(({ file, reports }) => ({ file, reports: reports.filter((report) => report.fileNo !== fileNo) }));
    this.#files = rest.filter(({ reports }) => reports.length > 0);
  }

  /** What became of one table of a file; null when it is not loaded, any more or yet. Its number may have changed since it was added. */
  reportOf(file: File, table: string): FileReport | null {
    const reports = this.#files.find((each) => each.file === file)?.reports;
    return reports?.find(({ fileName }) => fileName === table) ?? null;
  }

  /**
   * Brings all tables up to date with a playbook and what was decided by hand; `onTable` hears of each. Throws
   * `engine.cancelled` when stopped.
   */
  async run(playbook: unknown, overrides: unknown = null, onTable: OnTable = () => undefined): Promise<RunReport> {
    const session = await this.#session;
    const report = await this.#run(session, playbook, overrides, onTable);
    this.#lastRun = { playbook, overrides };
    return report;
  }

  /** Keeps the groups and seats as they stand, in the tables of `kept`; they are gone when the engine is restarted. */
  keepResults(): Promise<void> {
    return this.#ask((api) => api.keepResults());
  }

  /** The result of one statement as a table, decoded once. */
  async query(sql: string): Promise<Table> {
    return toTable(await this.bytes(sql));
  }

  /** The result of one statement as plain rows; see `toRows`. For small results. */
  async rows(sql: string): Promise<Row[]> {
    return toRows(await this.query(sql));
  }

  /** The result of one statement as an Arrow IPC stream. */
  bytes(sql: string): Promise<Uint8Array> {
    return this.#ask((api) => api.query(sql));
  }

  /** Stops the run and every query under way, in the last resort by restarting the engine. */
  async cancel(): Promise<void> {
    await (await this.#session).cancel();
  }

  tables(): Promise<TableInfo[]> {
    return this.#ask((api) => api.tables());
  }

  memory(): Promise<MemoryReport> {
    return this.#ask((api) => api.memory());
  }

  timings(): Promise<TimingReport> {
    return this.#ask((api) => api.timings());
  }

  /** Starts anew, for a person who asks for it, also after a failure. */
  async restart(): Promise<void> {
    this.#deaths = [];
    const old = await this.#session.catch(() => null);
    if (old) {
      old.end(new EngineError('engine.dead', 'The engine was restarted.'));
      await old.over;
    } else this.#session = this.#live('The engine is started again.');
    await this.#session;
  }

  /** Ends the worker for good. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const session = await this.#session.catch(() => null);
    session?.end(new EngineError('engine.closed', 'The engine was closed.'));
  }

  async #ask<T>(question: (api: Remote<EngineApi>) => Promise<T>): Promise<T> {
    const session = await this.#session;
    return session.ask(question);
  }

  /** Starts a worker and brings it to where the last one was; `reason` says why the last one ended. */
  async #live(reason: string | null): Promise<Session> {
    if (reason) this.#tell({ status: 'restarting', reason });
    const session = new Session(this.#start(), this.#patience);
    try {
      await session.open(this.#assets, (bytes, total) => {
        if (!reason) this.#tell({ status: 'loading', bytes, total });
      });
      const lost = await this.#restore(session);
      void session.over.then((error) => this.#afterDeath(error));
      this.#tell({ status: 'ready', lost });
      return session;
    } catch (thrown) {
      const error = thrown instanceof EngineError ? thrown : new EngineError('engine.unavailable', String(thrown));
      session.end(error);
      this.#tell({ status: 'failed', error });
      throw error;
    }
  }

  #afterDeath(error: EngineError): void {
    if (this.#isClosed) return;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < 60_000), now];
    if (this.#deaths.length > livesPerMinute) {
      this.#session = Promise.reject(error);
      this.#tell({ status: 'failed', error });
    } else this.#session = this.#live(error.message);
    this.#session.catch(() => undefined);
  }

  /** Reads the files again and runs the last playbook; gives the names of files that cannot be read any more. */
  async #restore(session: Session): Promise<string[]> {
    const kept: AddedFile[] = [];
    const lost: string[] = [];
    for (const { file, reports } of this.#files) {
      try {
        const hints = Object.fromEntries(reports.map((report) => [report.fileName, report.hints]));
        const { loaded } = await session.ask((api) => api.addFile(file, hints));
        // A table that was taken out of its file before stays out.
        const before = (report: FileReport): FileReport | undefined => reports.find(({ fileName }) => fileName === report.fileName);
        for (const { fileNo } of loaded.filter((report) => !before(report))) await session.ask((api) => api.removeFile(fileNo));
        kept.push({ file, reports: loaded.filter(before).map((report) => ({ ...report, recipe: before(report)?.recipe ?? null })) });
      } catch (error) {
        if (error instanceof EngineError && error.code === 'engine.dead') throw error;
        lost.push(file.name);
      }
    }
    this.#files = kept;
    if (this.#lastRun) await this.#run(session, this.#lastRun.playbook, this.#lastRun.overrides, () => undefined);
    return lost;
  }

  async #run(session: Session, playbook: unknown, overrides: unknown, onTable: OnTable): Promise<RunReport> {
    let isOver = false;
    const tell: OnTable = (table, done, total) => {
      // Progress comes over a channel of its own and may arrive after the result.
      if (isOver) return;
      this.#tell({ status: 'running', table, done, total });
      onTable(table, done, total);
    };
    try {
      return await session.ask((api) => api.run(playbook, overrides, proxy(tell)));
    } finally {
      isOver = true;
      if (this.#state.status === 'running') this.#tell({ status: 'ready', lost: [] });
    }
  }

  #tell(state: EngineState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
