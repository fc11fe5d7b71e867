import { quoteText } from '../../engine/quoting';
import type { Layout } from './formats/dialect';
import type { BrokenRecord } from './formats/opened';
import type { RawTable } from './formats/arrow';
import type { Conventions } from './formats/conventions';

/** Where the engine finds a file's records: in a text that it reads itself, or in a table that was filled already. */
export type Source = TextSource | RawSource;

export interface TextSource {
  kind: 'text';
  path: string;
  layout: Layout;
  /** Records that did not get into the text. */
  broken: readonly BrokenRecord[];
  /** The last line, where the text ends in the middle of it. */
  cut: string | null;
}

export interface RawSource extends RawTable {
  kind: 'raw';
}

/** How the engine is to read a text: short records filled up with nulls, and by the reader that knows no parts of a file. */
export interface Reading {
  isPadded: boolean;
  isSerial: boolean;
}

/** The line on which the record before the first stands, as the engine counts. */
export const headerLine = (source: Source): number => (source.kind === 'text' ? source.layout.skip + 1 : 1);

/** What to select from, with the file's columns as texts `c0`, `c1` … and null where there is nothing; `rejects` are the tables for what can't be read. */
export function sourceSql(source: Source, reading: Reading, rejects: { lines: string; scans: string }, conventions: Conventions): string {
  return source.kind === 'raw' ? rawSql(source, conventions) : textSql(source, reading, rejects, conventions);
}

/** A raw table as texts. */
export function rawSql({ table, columns }: RawTable, { nullTexts }: Conventions): string {
  const nothing = nullTexts.map(quoteText).join(', ');
  const texts = columns.map(({ text, isText }, at) => `${isText ? `case when ${text} not in (${nothing}) then ${text} end` : text} as c${at}`);
  // The engine gives the columns of an Arrow stream the names they have there, twice or in two cases if need be.
  const width = Math.max(0, ...columns.map(({ root }) => root)) + 1;
  return `(select ${texts.join(', ')} from ${table} as raw(${Array.from({ length: width }, (_, at) => `r${at}`).join(', ')}))`;
}

function textSql({ path, layout }: TextSource, { isPadded, isSerial }: Reading, rejects: { lines: string; scans: string }, { nullTexts }: Conventions): string {
  const columns = layout.headers.map((_, at) => `c${at}: 'varchar'`).join(', ');
  const options = [
    `columns = {${columns}}`,
    'auto_detect = false',
    // By its name the engine would take a `.gz` for packed, which by now it is not.
    "compression = 'none'",
    `delim = ${quoteText(layout.delimiter)}`,
    `quote = '"'`,
    `escape = ${quoteText(layout.escape)}`,
    'header = true',
    `skip = ${layout.skip}`,
    `nullstr = [${nullTexts.map(quoteText).join(', ')}]`,
    `null_padding = ${isPadded}`,
    `parallel = ${!isSerial}`,
    'store_rejects = true',
    `rejects_table = ${quoteText(rejects.lines)}`,
    `rejects_scan = ${quoteText(rejects.scans)}`,
  ];
  return `read_csv(${quoteText(path)}, ${options.join(', ')})`;
}
