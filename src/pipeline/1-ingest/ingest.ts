import type { AddReport, FileReport } from '../../engine/api';
import type { Database } from '../../engine/database';
import type { FileHints, FilePreview, FileProfile, HintsByTable, Recipe } from '../../engine/import';
import { EngineError } from '../../engine/errors';
import { quoteValue } from '../../engine/quoting';
import { customOwners, type CustomColumn, type CustomColumns } from '../../playbook';
import type { TableName } from '../table';
import { byPerson, decideTargets, understand } from './corrections';
import { countOf } from './count';
import { createCustomView, customColumns, customOf } from './custom';
import { withDateDoubts } from './date-doubts';
import { entityNames, type Entity } from './entities';
import { sizeOf, type Content } from './formats/bytes';
import { conventionsOf } from './formats/conventions';
import { openFile } from './formats/open';
import type { Opened, Opening } from './formats/opened';
import { forget } from './load';
import { prepare } from './prepare';
import { previewTable } from './preview';
import { profileTable } from './profile';
import { replay } from './recipe';
import { decidedDates, toReport, type Understood } from './report';
import { kindsOf } from './value-kinds';
import { overlapWith } from './overlap';
import { inForce, snapshotIn, type Dated } from './snapshots';
import { createEmpty, createView } from './views';

interface GivenFile {
  name: string;
  content: Content;
}

/** A file that is loaded, and where. */
interface Part {
  report: FileReport;
  /** Tells whether the same file comes again, under any name. */
  print: string;
  entity: Entity;
  table: string;
  columns: readonly string[];
  /** SQL for those that it holds as one text. */
  packed: Readonly<Record<string, string>>;
  /** Those that are none of ours. */
  custom: readonly CustomColumn[];
}

/** Files become the `ingest.*` tables. One instance per database. Files are taken one after another. */
export class Ingest {
  readonly #database: Database;
  readonly #ready: Promise<void>;
  #parts: readonly Part[] = [];
  /** Files that count: of several exports of one list, the one of the day that is looked at. */
  #current: ReadonlySet<number> = new Set();
  #day: string | null = null;
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

  /** The columns of the files that count which are none of ours. */
  get custom(): CustomColumns {
    return customColumns(this.#parts.filter((part) => this.#isCurrent(part)));
  }

  /** A version of each `ingest.*` table: it changes only when a file that touches the table comes or goes. */
  get fingerprints(): ReadonlyMap<TableName, string> {
    const versionOf = (parts: readonly Part[]): string => parts.map(({ report }) => report.fileNo).join(' ') || 'none';
    const current = this.#parts.filter((part) => this.#isCurrent(part));
    const all = versionOf(this.#parts);
    return new Map<TableName, string>([
      ...entityNames.map((entity) => [`ingest.${entity}`, versionOf(current.filter((part) => part.entity === entity))] as const),
      ...customOwners.map((owner) => [`ingest.${owner}_custom`, versionOf(current.filter((part) => part.entity === owner))] as const),
      ...(['reject', 'column_map'] as const).map((name) => [`ingest.${name}`, all] as const),
      ['ingest.file', `${all} of which ${versionOf(current)}`],
    ]);
  }

  /** Looks at the exports of a day (ISO; null: the latest): of each list the last one up to that day counts. */
  useDay(day: string | null): Promise<void> {
    return this.#inTurn(async () => {
      if (day === this.#day) return;
      this.#day = day;
      await this.#publish(this.#parts);
    });
  }

  /** The tables in a file, and what of it is none; nothing is loaded yet. Throws EngineError `ingest.*` when there is no table. */
  open(file: GivenFile): Promise<Opening> {
    return openFile(file);
  }

  /**
   * Loads a file of one table; its Blob is read in place. What is loaded already stays as it is when this fails.
   * Throws EngineError `ingest.empty`, `.header-only`, `.binary`, `.same-file`, `.not-text`, `.too-large`, `.too-wide`,
   * `.unknown-columns`, `.no-header`, `.no-account-key`, `.encrypted`, `.bomb`, `.broken-…`, `.several-tables`, `.out-of-memory`, `.unreadable`,
   * and `engine.…` when the engine itself stops.
   */
  async addFile(file: GivenFile | Opened, hints: FileHints = {}, recipes: readonly Recipe[] = []): Promise<FileReport> {
    const parts = 'isWritten' in file ? [file] : (await openFile(file)).parts;
    const [part] = parts;
    if (!part || parts.length > 1) {
      throw new EngineError('ingest.several-tables', `${file.name} holds ${parts.length} tables. Add each of them on its own.`);
    }
    return this.#inTurn(() => this.#add(part, hints, recipes, null));
  }

  /** Reads a loaded table again, under a new number and in the same place; the old reading stays when this fails. */
  async reloadFile(fileNo: number, file: GivenFile, hints: FileHints, recipes: readonly Recipe[] = []): Promise<FileReport> {
    const part = await tableIn(file, this.#partOf(fileNo).report.fileName);
    return this.#inTurn(() => this.#add(part, hints, recipes, this.#partOf(fileNo)));
  }

  /** A look at one table of a file that need not be loaded; see `previewTable`. */
  async previewFile(file: GivenFile, table: string, hints: FileHints): Promise<FilePreview> {
    const part = await tableIn(file, table);
    return this.#inTurn(() => previewTable(this.#database, part, hints));
  }

  /** What the columns of a loaded file hold. Throws `ingest.no-such-file`. */
  profileFile(fileNo: number): Promise<FileProfile> {
    return this.#inTurn(() => profileTable(this.#database, this.#partOf(fileNo)));
  }

  /**
   * Loads every table of a file; those that can't be read are named, the others stay. Throws what the first of them says
   * when none can be. With `table`, only the one of that name.
   */
  async addTables(file: GivenFile, hints: HintsByTable = {}, recipes: readonly Recipe[] = [], table: string | null = null): Promise<AddReport> {
    const { parts: known, strangers = [], skipped } = await openFile(file);
    // A table without any known column is taken when somebody said what it holds.
    const parts = [...known, ...strangers.filter(({ name }) => hints[name])].filter(({ name }) => table === null || name === table);
    if (parts.length === 0) throw noSuchTable(file.name, table ?? '');
    const isToldAbout = (name: string): boolean => table === null && parts.every((part) => part.name !== name);
    const report: AddReport = { loaded: [], skipped: skipped.filter(({ name }) => isToldAbout(name)) };
    let first: unknown = null;
    for (const part of parts) {
      try {
        report.loaded.push(await this.addFile(part, hints[part.name] ?? (parts.length === 1 ? hints[file.name] : undefined), recipes));
      } catch (thrown) {
        if (!(thrown instanceof EngineError) || thrown.code.startsWith('engine.')) {
          // Stopped half way, the file is as if it had never come; an engine that is dead has nothing to take back.
          for (const { fileNo } of report.loaded) await this.removeFile(fileNo).catch(() => undefined);
          throw thrown;
        }
        first ??= thrown;
        report.skipped.push({ name: part.name, reason: thrown.message, isTable: isMystery(thrown) });
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
      await this.#publish(this.#parts.filter((each) => each !== part));
      await forget(this.#database, fileNo, part.table);
    });
  }

  #partOf(fileNo: number): Part {
    const part = this.#parts.find(({ report }) => report.fileNo === fileNo);
    if (!part) throw new EngineError('ingest.no-such-file', 'This file is not loaded any more. Add it again.');
    return part;
  }

  async #add(opened: Opened, given: FileHints, recipes: readonly Recipe[], replaced: Part | null): Promise<FileReport> {
    const { name } = opened;
    const fileNo = this.#next;
    const prepared = await prepare(this.#database, opened, fileNo);
    try {
      const { headers, sample, habits, print } = prepared;
      const kinds = kindsOf(headers, sample);
      const { snapshot: day, inPlaceOf, ...told } = given;
      const recipe = Object.keys(told).length === 0 ? replay(recipes, headers, kinds) : null;
      const hints = { ...(recipe?.hints ?? told), ...(day === undefined ? {} : { snapshot: day }), ...(inPlaceOf === undefined ? {} : { inPlaceOf }) };
      const recognised = understand(headers, name, hints, sample, recipe ? `as in the recipe “${recipe.name}”` : byPerson);
      const twin = this.#parts.find((part) => part.print === print && part !== replaced);
      if (twin) {
        throw new EngineError('ingest.same-file', `${name} is loaded already, as ${twin.report.fileName}. Remove that one first to load it anew.`);
      }
      this.#next++;
      const targets = decideTargets(recognised, hints, sample, habits);
      const { entity } = recognised;
      const loaded = await prepared.load({ fileNo, fileName: name, recognised, targets, conventions: conventionsOf(hints) });
      const columns = await withDateDoubts(this.#database, loaded.part, loaded.targets, recognised.columns);
      const bytes = opened.bytes ?? sizeOf(opened.content);
      const snapshot = day === undefined ? snapshotIn(name) : day;
      const like = this.#likeFiles({ fileNo, fileName: name, entity, sourceSystem: recognised.sourceSystem, snapshot, inPlaceOf: inPlaceOf ?? null }, headers, replaced);
      const overlap = await overlapWith(this.#database, { entity, table: loaded.part, columns: loaded.columns }, like);
      const report = await this.#report({ fileNo, fileName: name, bytes, recognised: { ...recognised, columns }, loaded, kinds, hints, recipe, snapshot, overlap, skipped: prepared.above.length });
      await this.#register(report);
      const part: Part = { report, print, entity, table: loaded.part, columns: loaded.columns, packed: loaded.packed, custom: customOf(loaded.targets) };
      await this.#publish(replaced ? this.#parts.map((each) => (each === replaced ? part : each)) : [...this.#parts, part]);
      if (replaced) await this.#retire(replaced);
      return report;
    } finally {
      await prepared.clear();
    }
  }

  async #report(understood: Omit<Understood, 'unread' | 'decidedDates'>): Promise<FileReport> {
    const { fileNo, loaded } = understood;
    const unread = await countOf(this.#database, `ingest.reject where file_no = ${fileNo} and column_name is not null`);
    return toReport({ ...understood, unread, decidedDates: await decidedDates(this.#database, loaded) });
  }

  /** Takes out a part that another has taken the place of. */
  async #retire(part: Part): Promise<void> {
    await forget(this.#database, part.report.fileNo, part.table);
  }

  async #register(report: FileReport): Promise<void> {
    const { fileNo, fileName, bytes, entity, sourceSystem, records, rejected, skipped, snapshot } = report;
    const file = [fileNo, fileName, bytes, entity, sourceSystem, records, rejected, skipped, snapshot, null];
    const map = report.columns.map((each) => [fileNo, each.sourceColumn, each.columnName, each.confidence, each.reason]);
    const row = (values: (string | number | null)[]): string => `(${values.map(quoteValue).join(', ')})`;
    await this.#database.run(`insert into ingest.file values ${row(file)}`);
    await this.#database.run(`insert into ingest.column_map values ${map.map(row).join(', ')}`);
  }

  /** Loaded files that would count beside a new one and have the same columns: they may be earlier exports of the same list. */
  #likeFiles(file: Dated, headers: readonly string[], replaced: Part | null): Part[] {
    const others = this.#parts.filter((part) => part !== replaced);
    const current = inForce([...others.map(toDated), file], this.#day);
    const names = new Set(headers);
    if (!current.has(file.fileNo)) return [];
    return others.filter(({ entity, report }) => {
      const common = report.columns.filter(({ sourceColumn }) => names.has(sourceColumn)).length;
      const isSameShape = common >= 0.8 * Math.max(names.size, report.columns.length);
      return entity === file.entity && report.sourceSystem === file.sourceSystem && current.has(report.fileNo) && isSameShape;
    });
  }

  /** Makes these the loaded files, and the views over those of them that count. */
  async #publish(parts: readonly Part[]): Promise<void> {
    const current = inForce(parts.map(toDated), this.#day);
    const views = (all: readonly Part[], numbers: ReadonlySet<number>, entity: Entity): Part[] =>
      all.filter((part) => part.entity === entity && numbers.has(part.report.fileNo));
    for (const entity of entityNames) {
      const [before, after] = [views(this.#parts, this.#current, entity), views(parts, current, entity)];
      if (before.length === after.length && before.every((part, at) => part === after[at])) continue;
      await createView(this.#database, entity, after.map((part) => ({ ...part, sourceSystem: part.report.sourceSystem ?? 'Other' })));
      await createCustomView(this.#database, entity, after);
    }
    await this.#database.run(`update ingest.file set is_current = file_no in (${[0, ...current].join(', ')})`);
    [this.#parts, this.#current] = [parts, current];
  }

  #isCurrent({ report }: Part): boolean {
    return this.#current.has(report.fileNo);
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#ready).then(task);
    this.#last = turn.catch(() => undefined); // The caller has it; the next file does not care.
    return turn;
  }
}

/** One table of a file by its name; the only one there is when none has that name. */
async function tableIn(file: GivenFile, name: string): Promise<Opened> {
  const { parts, strangers = [] } = await openFile(file);
  const found = [...parts, ...strangers].find((part) => part.name === name) ?? (parts.length === 1 ? parts[0] : undefined);
  if (!found) throw noSuchTable(file.name, name);
  return found;
}

function toDated({ entity, report: { fileNo, fileName, sourceSystem, snapshot, hints } }: Part): Dated {
  return { fileNo, fileName, entity, sourceSystem, snapshot, inPlaceOf: hints.inPlaceOf ?? null };
}

const noSuchTable = (file: string, table: string): EngineError =>
  new EngineError('ingest.several-tables', `${file} holds no table ${table}. Add the file again.`);

/** Whether a person can say what a table holds, so that it can be read after all. */
const isMystery = ({ code }: EngineError): boolean => ['ingest.unknown-columns', 'ingest.no-account-key'].includes(code);
