import type { FileReport } from '../../engine/api';
import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import { dataFolder } from '../../engine/opening';
import { quoteValue } from '../../engine/quoting';
import { hashOf } from '../../util/hash';
import type { TableName } from '../table';
import { withDateDoubts } from './date-doubts';
import { entityNames, type Entity } from './entities';
import { layoutOf, type Layout } from './formats/dialect';
import { readRecords } from './formats/records';
import { furtherSamples, openText, withOneLineEnd } from './formats/text';
import { forget, headerOnly, loadFile, type Loaded } from './load';
import type { Loading } from './part';
import { planTargets } from './plan';
import { recognise, type Hints, type Recognised } from './recognise';
import { createEmpty, createView } from './views';

/** More columns than any export has; beyond it is not a table of records. */
export const columnLimit = 2_000;

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

  /**
   * Loads a file; its Blob is read in place. What is loaded already stays as it is when this fails.
   * Throws EngineError `ingest.empty`, `.header-only`, `.binary`, `.same-file`, `.not-text`, `.too-large`, `.too-wide`,
   * `.unknown-columns`, `.no-header`, `.no-account-key`, `.out-of-memory`, `.unreadable`, and `engine.…` when the engine itself stops.
   */
  addFile(file: { name: string; content: Blob | Uint8Array }, hints: Hints = {}): Promise<FileReport> {
    return this.#inTurn(() => this.#add(file, hints));
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

  async #add({ name, content }: { name: string; content: Blob | Uint8Array }, hints: Hints): Promise<FileReport> {
    const text = await openText(name, content);
    const layout = layoutOf(text.head, text.isCut);
    check(name, layout);
    const recognised = recognise(layout.headers, name, hints, layout.sample);
    const further = await furtherSamples(text.content);
    const size = content instanceof Blob ? content.size : content.length;
    const print = hashOf([size, text.head, ...further].join('\n'));
    const twin = this.#parts.find((part) => part.print === print);
    if (twin) {
      throw new EngineError('ingest.same-file', `${name} is loaded already, as ${twin.report.fileName}. Remove that one first to load it anew.`);
    }
    const sample = sampleOf(further, layout);
    const targets = planTargets(recognised, sample, layout.delimiter !== ';');
    const fileNo = this.#next++;
    const path = `${dataFolder}${fileNo}-${name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-80)}`;
    const { entity } = recognised;
    try {
      const loaded = await this.#load(text.content, { fileNo, fileName: name, path, layout, recognised, targets });
      const columns = await withDateDoubts(this.#database, loaded.part, targets, recognised.columns);
      const report = reportOf(fileNo, name, size, { ...recognised, columns }, loaded);
      await this.#register(report);
      await this.#publish([...this.#parts, { report, print, entity, table: loaded.part, columns: loaded.columns }], entity);
      return report;
    } finally {
      await this.#database.dropFile(path);
    }
  }

  async #load(content: Blob | Uint8Array, loading: Loading): Promise<Loaded> {
    await this.#database.addFile(loading.path, loading.layout.hasMixedLines ? await withOneLineEnd(content) : content);
    try {
      return await loadFile(this.#database, loading);
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.code !== 'sql.failed') throw thrown;
      // What the engine's strict parser says of a file whose lines end now one way, now another.
      if (!loading.layout.hasMixedLines && thrown.message.includes('invalid state')) {
        return this.#load(content, { ...loading, layout: { ...loading.layout, hasMixedLines: true } });
      }
      throw unreadable(loading.fileName, thrown);
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

/** What the engine could not read, told of the file rather than of the SQL. */
function unreadable(name: string, cause: EngineError): EngineError {
  const isMemory = /out of memory/i.test(cause.message);
  const reason = cause.message.split('\n')[0] ?? '';
  return new EngineError(
    isMemory ? 'ingest.out-of-memory' : 'ingest.unreadable',
    isMemory
      ? `${name} does not fit into this tab's memory. Split it, or export fewer columns or a shorter time.`
      : `${name} can't be read as a table: ${reason} Save it as CSV UTF-8 and drop it again.`,
    { sql: cause.sql, cause },
  );
}

function check(name: string, { headers, sample }: Layout): void {
  if (headers.length > columnLimit) {
    throw new EngineError('ingest.too-wide', `${name} has ${headers.length} columns; up to ${columnLimit} can be read. Export only the columns you need.`);
  }
  if (headers.every((header) => header === '')) {
    throw new EngineError('ingest.unknown-columns', `${name} has no header line. Add one that names the columns.`);
  }
  if (sample.every((record) => record.every((value) => value.trim() === ''))) {
    recognise(headers, name, {}, sample); // A text that is no table at all is told so, rather than that it has no records.
    throw headerOnly(name);
  }
}

/** Records from the beginning, the middle and the end, so that a format is not guessed from the first page alone. */
function sampleOf(further: readonly string[], layout: Layout): string[][] {
  const records = further.flatMap((each) => readRecords(each, layout, 2_000, true));
  return [...layout.sample, ...records.filter((record) => record.length === layout.headers.length)];
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
