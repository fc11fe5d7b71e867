import type { AddReport, FileReport } from '../../engine/api';
import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import { quoteValue } from '../../engine/quoting';
import type { TableName } from '../table';
import { withDateDoubts } from './date-doubts';
import { entityNames, type Entity } from './entities';
import { sizeOf, type Content } from './formats/bytes';
import { openFile } from './formats/open';
import type { Opened, Opening } from './formats/opened';
import { forget, type Loaded } from './load';
import { planTargets } from './plan';
import { prepare } from './prepare';
import { recognise, type Hints, type Recognised } from './recognise';
import { createEmpty, createView } from './views';

/** A file that is loaded, and where. */
interface Part {
  report: FileReport;
  /** Tells whether the same file comes again, under any name. */
  print: string;
  entity: Entity;
  table: string;
  columns: readonly string[];
}

/** Files become the `ingest.*` tables. One instance per database. Files are taken one after another. */
export class Ingest {
  readonly #database: Database;
  readonly #ready: Promise<void>;
  #parts: readonly Part[] = [];
  #next = 1;
  #last: Promise<unknown>;

  constructor(database: Database) {
    this.#database = database;
    this.#ready = createEmpty(database);
    this.#last = this.#ready.catch(() => undefined); // `addFile` and `removeFile` wait for #ready and throw what it throws.
  }

  /** What is loaded, in the order it came. */
  get files(): readonly FileReport[] {
    return this.#parts.map(({ report }) => report);
  }

  /** A version of each `ingest.*` table: it changes only when a file that touches the table comes or goes. */
  get fingerprints(): ReadonlyMap<TableName, string> {
    const versionOf = (parts: readonly Part[]): string => parts.map(({ report }) => report.fileNo).join(' ') || 'none';
    const all = versionOf(this.#parts);
    return new Map<TableName, string>([
      ...entityNames.map((entity) => [`ingest.${entity}`, versionOf(this.#parts.filter((part) => part.entity === entity))] as const),
      ...(['file', 'reject', 'column_map'] as const).map((name) => [`ingest.${name}`, all] as const),
    ]);
  }

  /** The tables in a file, and what of it is none; nothing is loaded yet. Throws EngineError `ingest.*` when there is no table. */
  open(file: { name: string; content: Content }): Promise<Opening> {
    return openFile(file);
  }

  /**
   * Loads a file of one table; its Blob is read in place. What is loaded already stays as it is when this fails.
   * Throws EngineError `ingest.empty`, `.header-only`, `.binary`, `.same-file`, `.not-text`, `.too-large`, `.too-wide`,
   * `.unknown-columns`, `.no-header`, `.no-account-key`, `.encrypted`, `.bomb`, `.broken-…`, `.several-tables`, `.out-of-memory`, `.unreadable`,
   * and `engine.…` when the engine itself stops.
   */
  async addFile(file: { name: string; content: Content } | Opened, hints: Hints = {}): Promise<FileReport> {
    const parts = 'isWritten' in file ? [file] : (await openFile(file)).parts;
    const [part] = parts;
    if (!part || parts.length > 1) {
      throw new EngineError('ingest.several-tables', `${file.name} holds ${parts.length} tables. Add each of them on its own.`);
    }
    return this.#inTurn(() => this.#add(part, hints));
  }

  /**
   * Loads every table of a file; those that can't be read are named, the others stay. Throws what the first of them says
   * when none can be.
   */
  async addTables(file: { name: string; content: Content }): Promise<AddReport> {
    const { parts, skipped } = await openFile(file);
    const report: AddReport = { loaded: [], skipped: [...skipped] };
    let first: unknown = null;
    for (const part of parts) {
      try {
        report.loaded.push(await this.addFile(part));
      } catch (thrown) {
        if (!(thrown instanceof EngineError) || thrown.code.startsWith('engine.')) {
          // Stopped half way, the file is as if it had never come; an engine that is dead has nothing to take back.
          for (const { fileNo } of report.loaded) await this.removeFile(fileNo).catch(() => undefined);
          throw thrown;
        }
        first ??= thrown;
        report.skipped.push({ name: part.name, reason: thrown.message });
      }
    }
    if (report.loaded.length === 0) throw first;
    return report;
  }

  /** Takes a file's records out again; an unknown number is fine. */
  removeFile(fileNo: number): Promise<void> {
    return this.#inTurn(async () => {
      const part = this.#parts.find(({ report }) => report.fileNo === fileNo);
      if (!part) return;
      await this.#publish(this.#parts.filter((each) => each !== part), part.entity);
      await forget(this.#database, fileNo, part.table);
    });
  }

  async #add(opened: Opened, hints: Hints): Promise<FileReport> {
    const { name } = opened;
    const fileNo = this.#next;
    const prepared = await prepare(this.#database, opened, fileNo);
    try {
      const recognised = recognise(prepared.headers, name, hints, prepared.sample);
      const { print } = prepared;
      const twin = this.#parts.find((part) => part.print === print);
      if (twin) {
        throw new EngineError('ingest.same-file', `${name} is loaded already, as ${twin.report.fileName}. Remove that one first to load it anew.`);
      }
      this.#next++;
      const targets = planTargets(recognised, prepared.sample, prepared.habits);
      const { entity } = recognised;
      const loaded = await prepared.load({ fileNo, fileName: name, recognised, targets });
      const columns = await withDateDoubts(this.#database, loaded.part, targets, recognised.columns);
      const report = reportOf(fileNo, name, opened.bytes ?? sizeOf(opened.content), { ...recognised, columns }, loaded);
      await this.#register(report);
      await this.#publish([...this.#parts, { report, print, entity, table: loaded.part, columns: loaded.columns }], entity);
      return report;
    } finally {
      await prepared.clear();
    }
  }

  async #register(report: FileReport): Promise<void> {
    const { fileNo, fileName, bytes, entity, sourceSystem, records, rejected } = report;
    const file = [fileNo, fileName, bytes, entity, sourceSystem, records, rejected];
    const map = report.columns.map((each) => [fileNo, each.sourceColumn, each.columnName, each.confidence, each.reason]);
    const row = (values: (string | number | null)[]): string => `(${values.map(quoteValue).join(', ')})`;
    await this.#database.run(`insert into ingest.file values ${row(file)}`);
    await this.#database.run(`insert into ingest.column_map values ${map.map(row).join(', ')}`);
  }

  async #publish(parts: readonly Part[], entity: Entity): Promise<void> {
    const its = parts.filter((part) => part.entity === entity);
    await createView(this.#database, entity, its.map((part) => ({ ...part, sourceSystem: part.report.sourceSystem ?? 'Other' })));
    this.#parts = parts;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#ready).then(task);
    this.#last = turn.catch(() => undefined); // The caller has it; the next file does not care.
    return turn;
  }
}

function reportOf(fileNo: number, fileName: string, bytes: number, recognised: Recognised, loaded: Loaded): FileReport {
  return {
    fileNo,
    fileName,
    bytes,
    entity: recognised.entity,
    sourceSystem: recognised.sourceSystem,
    records: loaded.kept + loaded.rejected,
    rejected: loaded.rejected,
    columns: recognised.columns.map(({ sourceColumn, columnName, confidence, reason }) => ({ sourceColumn, columnName, confidence, reason })),
  };
}
