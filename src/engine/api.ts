import type { Drift, FileHints, FilePreview, FileProfile, HintsByTable, Recipe } from './import';

/** Where the engine's files lie, as absolute URLs. */
export interface EngineAssets {
  /** DuckDB's own worker script, a classic script, raw or gzipped under any name. */
  script: string;
  /** DuckDB as WebAssembly, raw or gzipped under any name. */
  wasm: string;
  /** Its size as shipped, for the progress bar; null when unknown. */
  wasmBytes: number | null;
}

/** How a column of a file was understood; `columnName` is null for a column nothing was made of. */
export interface ColumnReport {
  sourceColumn: string;
  columnName: string | null;
  /** 0 to 1. */
  confidence: number;
  reason: string;
  /** The column of the file's own table that holds its values; null when it is left out. */
  storedAs: string | null;
  /** What its values look like, whatever they were taken for. */
  kind: ValueKind;
  /** How its dates are read; null when it holds none. */
  dateFormat: string | null;
  /** Whether no value tells day from month, so that a person has to. */
  isDateUnsure: boolean;
}

export type ValueKind = 'empty' | 'number' | 'date' | 'text';

/** What became of one file. `records` were read, `rejected` of them left out; each rejected one is a row of `ingest.reject`. */
export interface FileReport {
  fileNo: number;
  fileName: string;
  bytes: number;
  /** What its rows are (`account`, `person`, `activity` …); null when unknown. */
  entity: string | null;
  sourceSystem: string | null;
  records: number;
  rejected: number;
  /** Values that were not of their column's type and were left empty; each is a row of `ingest.reject` too. */
  unread: number;
  /** Lines above the header, which are no records. */
  skipped: number;
  /** The file ends in the middle of a record, which was left out. */
  isCutShort: boolean;
  columns: ColumnReport[];
  /** The day it was exported, ISO, as its name tells or a person said; null when nobody knows. */
  snapshot: string | null;
  /** A table that counts beside it though it holds many of the same records. */
  overlap: Overlap | null;
  /** What was decided about it rather than guessed, by a person or by a recipe. */
  hints: FileHints;
  /** The recipe it was read by, and how it differs from the files the recipe was made for. */
  recipe: { name: string; drift: Drift[] } | null;
}

/** `shared` of the `records` of another table have an id that this one holds too. */
export interface Overlap {
  fileName: string;
  shared: number;
  records: number;
}

/** A part of a file that could not be taken, such as a sheet without known columns; `reason` is a sentence that names it. */
export interface SkippedPart {
  name: string;
  reason: string;
  /** It is a table, so that a person may say what it holds. */
  isTable: boolean;
}

/** What became of one file that was added: an archive or a workbook may hold several tables. */
export interface AddReport {
  loaded: FileReport[];
  skipped: SkippedPart[];
}

/** What one run did with one table; `ms` is 0 for a table that was fresh already. */
export interface TableReport {
  table: string;
  ms: number;
  isRecomputed: boolean;
}

/** What one run did, table by table in the order it ran, and how long it took in all. */
export interface RunReport {
  tables: TableReport[];
  ms: number;
}

/** A sheet of a workbook, or a text file as its only one: every row from the first, as text. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** A table or view the engine holds; `rows` is DuckDB's estimate, null for a view. */
export interface TableInfo {
  schema: string;
  table: string;
  rows: number | null;
  columns: { name: string; type: string }[];
}

/** Bytes: of WebAssembly memory, which only ever grows; of what DuckDB uses in it; of its temporary files. */
export interface MemoryReport {
  wasm: number;
  used: number;
  temporary: number;
}

/** How long things took, in milliseconds; the last run's tables are in its RunReport. */
export interface TimingReport {
  open: number;
  lastRun: RunReport | null;
}

/** Bytes of the engine that have arrived; `total` is null when unknown. */
export type OnBytes = (bytes: number, total: number | null) => void;
/** The table being made, how many are done before it, and how many there are in all. */
export type OnTable = (table: string, done: number, total: number) => void;

/**
 * What the engine's worker offers, as Comlink hands it across. Everything that fails throws EngineError.
 * `engine.dead` means that the worker is of no more use and a new one must be started.
 */
export interface EngineApi {
  /** Loads and opens the engine; once, before anything else. */
  open(assets: EngineAssets, onBytes: OnBytes): Promise<void>;
  /** Resolves with the reason, once, when DuckDB's worker is gone; until then it waits. */
  died(): Promise<string>;
  /**
   * Loads every table of a file, each by what is told about it (by the table's name) or, when nothing is, by the recipe
   * that fits its headers, if any. With `table` only that one. Throws when none can be loaded.
   */
  addFile(file: File, hints?: HintsByTable, recipes?: readonly Recipe[], table?: string | null): Promise<AddReport>;
  /** Reads a loaded table of a file again; the old reading goes when the new one has come, under another number. */
  reloadFile(fileNo: number, file: File, hints: FileHints, recipes?: readonly Recipe[]): Promise<FileReport>;
  /** A look at the first records of one table of a file and at what they would become; loads nothing. */
  previewFile(file: File, table: string, hints: FileHints): Promise<FilePreview>;
  /** What the columns of a loaded file hold. */
  profileFile(fileNo: number): Promise<FileProfile>;
  /** The sheets of a small .xlsx or .csv that is no table of records; loads nothing. Throws `ingest.*` when it can't be read. */
  readSheets(file: File): Promise<Sheet[]>;
  removeFile(fileNo: number): Promise<void>;
  /** Brings all tables up to date with a playbook and what was decided by hand (absent: nothing); both are validated here. */
  run(playbook: unknown, overrides: unknown, onTable: OnTable): Promise<RunReport>;
  /** Copies the groups and seats as they stand into the tables of `kept`, for a draft of the playbook to be compared with. */
  keepResults(): Promise<void>;
  /** Runs one statement; its result as an Arrow IPC stream, transferred. */
  query(sql: string): Promise<Uint8Array>;
  /** Stops the run and every query under way: they throw `engine.cancelled`. Resolves when they have stopped. */
  cancel(): Promise<void>;
  tables(): Promise<TableInfo[]>;
  memory(): Promise<MemoryReport>;
  timings(): Promise<TimingReport>;
  /** Answers at once; a worker that does not is stuck. */
  ping(): Promise<void>;
}
