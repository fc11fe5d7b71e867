import { knownHeaders } from '../recognise';
import { readRecords, type Dialect } from './records';

/** How a file is divided, and where its header line stands. */
export interface Layout extends Dialect {
  headers: string[];
  /** Records above the header: a report's title, or `sep=;`. */
  skip: number;
  /** Those records as text. */
  above: string[];
  /** Some records after the header, as a sample. */
  sample: string[][];
  /** Both kinds of line end in one file, which the engine's strict parser refuses. */
  hasMixedLines: boolean;
}

const delimiters = [',', ';', '\t', '|'];
const preambleLimit = 25;
/** So many records tell which delimiter it is. */
const probe = 60;
const sampleSize = 2_000;
const written: Dialect = { delimiter: ',', escape: '"' };

/**
 * Finds the delimiter and the header in a file's first characters: the pair with most known column names, then with most
 * columns. An empty text gives no headers. A text that Rolecall wrote itself is known.
 */
export function layoutOf(text: string, isCut: boolean, isWritten = false): Layout {
  if (isWritten) return layoutAt(readRecords(text, written, sampleSize, isCut), 0, written, false);
  const escape = /[^\\]\\"[^,;\t|\r\n]/.test(text) && !/[^,;\t|\r\n]""[^,;\t|\r\n]/.test(text) ? '\\' : '"';
  const layouts = delimiters.map((delimiter) => layoutWith(readRecords(text, { delimiter, escape }, probe, isCut), { delimiter, escape }));
  const { delimiter, skip } = layouts.reduce((best, each) => (quality(each) > quality(best) ? each : best));
  const hasMixedLines = /\r\n/.test(text) && /[^\r]\n/.test(text.replace(/"[^"]*"/g, ''));
  return layoutAt(readRecords(text, { delimiter, escape }, sampleSize, isCut), skip, { delimiter, escape }, hasMixedLines);
}

function layoutWith(records: string[][], dialect: Dialect): Layout {
  const top = records.slice(0, preambleLimit);
  const counts = top.map((record) => knownHeaders(record));
  const most = Math.max(0, ...counts);
  // A title line has one value; without known names the first line that has as many values as most is the header.
  const usual = usualLength(top);
  // A later record may hold more known names than the header: a list of columns does.
  const width = top[counts.indexOf(most)]?.length ?? 0;
  const isHeader = (record: string[], place: number): boolean => (counts[place] ?? 0) * 2 > most && record.length >= width;
  const at = most > 0 ? top.findIndex(isHeader) : top.findIndex((record) => record.length === usual);
  return layoutAt(records, Math.max(0, at), dialect, false);
}

function layoutAt(records: string[][], skip: number, dialect: Dialect, hasMixedLines: boolean): Layout {
  return {
    ...dialect,
    headers: (records[skip] ?? []).map((name) => name.replace(/^\uFEFF/, '').trim()),
    skip,
    above: records.slice(0, skip).map((record) => record.join(dialect.delimiter)),
    sample: records.slice(skip + 1),
    hasMixedLines,
  };
}

/** The length that most records have, of those with several values if there are any; the longer of equals. */
function usualLength(records: readonly string[][]): number {
  const several = records.filter((record) => record.length > 1);
  const lengths = (several.length > 0 ? several : records).map((record) => record.length);
  const countOf = (length: number): number => lengths.filter((each) => each === length).length;
  return lengths.reduce((best, each) => (countOf(each) > countOf(best) || (countOf(each) === countOf(best) && each > best) ? each : best), 0);
}

function quality({ headers, sample }: Layout): number {
  const rows = sample.slice(0, probe);
  const agreeing = rows.filter((record) => record.length === headers.length).length;
  return knownHeaders(headers) * 1_000 + (headers.length > 1 ? (100 * agreeing) / Math.max(1, rows.length) : 0) + Math.min(headers.length, 99) / 100;
}
