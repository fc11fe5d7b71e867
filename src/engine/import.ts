import type { ColumnReport } from './api';

/** What a person or a recipe decides about a file rather than its headers. Columns are named as the file names them. */
export interface FileHints {
  entity?: string;
  /** Nothing of it is ours: every column is kept as text. */
  isPlain?: boolean;
  /** Our column, or null to keep it as a custom one. */
  columns?: Readonly<Record<string, string | null>>;
  leftOut?: readonly string[];
  /** How a column writes its dates: `day-first`, `month-first`, `iso` … */
  dates?: Readonly<Record<string, string>>;
  /** What a custom column holds, which is text otherwise: `double`, `timestamp`, `boolean`. */
  types?: Readonly<Record<string, string>>;
  /** The day it was exported, ISO; null: unknown, so that it counts beside every other. Else its name tells. */
  snapshot?: string | null;
  /** The loaded table it replaces, by name. */
  inPlaceOf?: string;
  /** What is taken for no value, in place of the usual words; an empty text always is. */
  nullTexts?: readonly string[];
  /** Where times without a zone were read off the clock: an IANA name or `+02:00`; absent: UTC. */
  timeZone?: string;
}

/** Hints by the name of a table: the file's own, `archive.zip/member.csv` or `book.xlsx/Sheet1`. */
export type HintsByTable = Readonly<Record<string, FileHints>>;

/** The confirmed understanding of one kind of export, to be replayed on the next. Plain JSON. */
export interface Recipe {
  format: 'rolecall-recipe';
  version: 1;
  name: string;
  entity: string;
  /** In the order of the file, which tells a renamed column. */
  headers: readonly string[];
  columns: Readonly<Record<string, string | null>>;
  leftOut: readonly string[];
  dates: Readonly<Record<string, string>>;
  types: Readonly<Record<string, string>>;
  /** As in the file's hints; absent when nobody chose. */
  nullTexts?: readonly string[];
  timeZone?: string;
  /** What the values looked like, which tells a column that changed its type. */
  kinds: Readonly<Record<string, string>>;
}

/** One way in which a file differs from those its recipe was made for. */
export type Drift =
  | { kind: 'new'; column: string }
  | { kind: 'missing'; column: string; columnName: string | null }
  | { kind: 'renamed'; column: string; to: string }
  | { kind: 're-typed'; column: string; from: string; to: string };

/** The first records of a file, and what they become. */
export interface FilePreview {
  /** Null when nobody can tell; `problem` then says why. */
  entity: string | null;
  problem: string | null;
  headers: string[];
  records: string[][];
  columns: ColumnReport[];
  targets: PreviewTarget[];
  /** One for each record. */
  rows: PreviewRow[];
  delimiter: string;
  encoding: string;
  /** Lines above the header, which are skipped. */
  above: readonly string[];
  /** What is taken for no value. */
  nullTexts: readonly string[];
  /** Whether some date has a time of day and no zone. */
  hasLocalTimes: boolean;
  /** Whether columns that are none of ours are kept under their own names. */
  keepsCustom: boolean;
  /** Every entity's columns and their types, to choose from. */
  vocabulary: Record<string, Record<string, string>>;
}

export interface PreviewTarget {
  name: string;
  type: string;
  isCustom: boolean;
}

export interface PreviewRow {
  isLeftOut: boolean;
  /** One for each target: text, number, boolean, Date or null. */
  values: unknown[];
  /** Targets whose value is there but could not be read. */
  unread: string[];
}

/** What the columns of a loaded file hold; `sampled` of `rows` were looked at. */
export interface FileProfile {
  rows: number;
  sampled: number;
  columns: ColumnProfile[];
}

export interface ColumnProfile {
  /** As in the file's own table: `ColumnReport.storedAs`. */
  name: string;
  filled: number;
  distinct: number;
  /** The most frequent values, most first. */
  top: { value: string; count: number }[];
  min: string | null;
  max: string | null;
  /** Twelve equal steps from the least to the greatest number or time; null for text. */
  histogram: number[] | null;
}
