import type { FileReport } from '../../engine/api';
import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import type { FileHints, FilePreview, FileProfile, Recipe } from '../../engine/import';
import { dataFolder } from '../../engine/opening';
import { quoteValue } from '../../engine/quoting';
import { hashOf } from '../../util/hash';
import type { TableName } from '../table';
import { countOf } from './count';
import { byPerson, decideTargets, understand } from './corrections';
import { entityNames, type Entity } from './entities';
import { layoutOf, type Layout } from './formats/dialect';
import { readRecords } from './formats/records';
import { furtherSamples, openText, withOneLineEnd } from './formats/text';
import { kindsOf } from './value-kinds';
import { forget, headerOnly, loadFile, type Loaded } from './load';
import type { Loading } from './part';
import { previewFile } from './preview';
import { profileTable } from './profile';
import { recognise } from './recognise';
import { replay } from './recipe';
import { decidedDates, toReport, type Understood } from './report';
import { createEmpty, createView } from './views';

/** More columns than any export has; beyond it is not a table of records. */
export const columnLimit = 2_000;

interface GivenFile {
  name: string;
  content: Blob | Uint8Array;
}

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
   * What nobody decided is guessed, or taken from the recipe that fits.
   * Throws EngineError `ingest.empty`, `.header-only`, `.binary`, `.same-file`, `.not-text`, `.too-large`, `.too-wide`,
   * `.unknown-columns`, `.no-account-key`, and what the engine throws.
   */
  addFile(file: GivenFile, hints: FileHints = {}, recipes: readonly Recipe[] = []): Promise<FileReport> {
    return this.#inTurn(() => this.#add(file, hints, recipes, null));
  }

  /** Reads a loaded file again, under a new number and in the same place; the old reading stays when this fails. */
  reloadFile(fileNo: number, file: GivenFile, hints: FileHints, recipes: readonly Recipe[] = []): Promise<FileReport> {
    return this.#inTurn(() => this.#add(file, hints, recipes, this.#partOf(fileNo)));
  }

  /** A look at a file that need not be loaded; see `previewFile`. */
  previewFile(file: GivenFile, hints: FileHints): Promise<FilePreview> {
    return this.#inTurn(() => previewFile(this.#database, file, hints));
  }

  /** What the columns of a loaded file hold. Throws `ingest.no-such-file`. */
  profileFile(fileNo: number): Promise<FileProfile> {
    return this.#inTurn(() => profileTable(this.#database, this.#partOf(fileNo).table));
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

  #partOf(fileNo: number): Part {
    const part = this.#parts.find(({ report }) => report.fileNo === fileNo);
    if (!part) throw new EngineError('ingest.no-such-file', 'This file is not loaded any more. Add it again.');
    return part;
  }

  async #add({ name, content }: GivenFile, given: FileHints, recipes: readonly Recipe[], replaced: Part | null): Promise<FileReport> {
    const text = await openText(name, content);
    const layout = layoutOf(text.head, text.isCut);
    check(name, layout);
    const further = await furtherSamples(text.content);
    const sample = sampleOf(further, layout);
    const kinds = kindsOf(layout.headers, sample);
    const recipe = Object.keys(given).length === 0 ? replay(recipes, layout.headers, kinds) : null;
    const hints = recipe?.hints ?? given;
    const recognised = understand(layout.headers, name, hints, recipe ? `as in the recipe “${recipe.name}”` : byPerson);
    const size = content instanceof Blob ? content.size : content.length;
    const print = hashOf([size, text.head, ...further].join('\n'));
    const twin = this.#parts.find((part) => part.print === print && part !== replaced);
    if (twin) {
      throw new EngineError('ingest.same-file', `${name} is loaded already, as ${twin.report.fileName}. Remove that one first to load it anew.`);
    }
    const targets = decideTargets(recognised, hints, sample, layout.delimiter !== ';');
    const fileNo = this.#next++;
    const path = `${dataFolder}${fileNo}-${name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-80)}`;
    const { entity } = recognised;
    try {
      const loaded = await this.#load(text.content, { fileNo, fileName: name, path, layout, recognised, targets });
      const report = await this.#report({ fileNo, fileName: name, bytes: size, recognised, loaded, kinds, hints, recipe });
      await this.#register(report);
      const part: Part = { report, print, entity, table: loaded.part, columns: loaded.columns };
      await this.#publish(replaced ? this.#parts.map((each) => (each === replaced ? part : each)) : [...this.#parts, part], entity);
      if (replaced) await this.#retire(replaced);
      return report;
    } finally {
      await this.#database.dropFile(path);
    }
  }

  async #report(understood: Omit<Understood, 'unread' | 'decidedDates'>): Promise<FileReport> {
    const { fileNo, loaded } = understood;
    const unread = await countOf(this.#database, `ingest.reject where file_no = ${fileNo} and column_name is not null`);
    return toReport({ ...understood, unread, decidedDates: await decidedDates(this.#database, loaded) });
  }

  /** Takes out a part that another has taken the place of. */
  async #retire(part: Part): Promise<void> {
    await this.#publish(this.#parts, part.entity);
    await forget(this.#database, part.report.fileNo, part.table);
  }

  async #load(content: Blob | Uint8Array, loading: Loading): Promise<Loaded> {
    await this.#database.addFile(loading.path, loading.layout.hasMixedLines ? await withOneLineEnd(content) : content);
    try {
      return await loadFile(this.#database, loading);
    } catch (thrown) {
      // What the engine's strict parser says of a file whose lines end now one way, now another.
      if (loading.layout.hasMixedLines || !(thrown instanceof EngineError) || !thrown.message.includes('invalid state')) throw thrown;
      return this.#load(content, { ...loading, layout: { ...loading.layout, hasMixedLines: true } });
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

function check(name: string, { headers, sample }: Layout): void {
  if (headers.length > columnLimit) {
    throw new EngineError('ingest.too-wide', `${name} has ${headers.length} columns; up to ${columnLimit} can be read. Export only the columns you need.`);
  }
  if (headers.every((header) => header === '')) {
    throw new EngineError('ingest.unknown-columns', `${name} has no header line. Add one that names the columns.`);
  }
  if (sample.every((record) => record.every((value) => value.trim() === ''))) {
    recognise(headers, name); // A text that is no table at all is told so, rather than that it has no records.
    throw headerOnly(name);
  }
}

/** Records from the beginning, the middle and the end, so that a format is not guessed from the first page alone. */
function sampleOf(further: readonly string[], layout: Layout): string[][] {
  const records = further.flatMap((each) => readRecords(each, layout, 2_000, true));
  return [...layout.sample, ...records.filter((record) => record.length === layout.headers.length)];
}
