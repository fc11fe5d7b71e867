import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import { dataFolder } from '../../engine/opening';
import { queryRows } from '../../engine/wire';
import { hashOf } from '../../util/hash';
import { countOf } from './count';
import { isArrow, isParquet, loadRaw } from './formats/arrow';
import { bytesOf, sizeOf } from './formats/bytes';
import { usual } from './formats/conventions';
import { layoutOf, type Layout } from './formats/dialect';
import { cutLine } from './formats/ending';
import type { Opened } from './formats/opened';
import { readRecords } from './formats/records';
import { furtherSamples, openText, withOneLineEnd } from './formats/text';
import type { Habits } from './formats/values';
import { distinctHeaders } from './headers';
import { headerOnly, loadFile, type Loaded } from './load';
import type { Loading } from './part';
import { recognise } from './recognise';
import { rawSql, type Source } from './source';

/** More columns than any export has; beyond it is not a table of records. */
export const columnLimit = 2_000;

/** A table that can be understood and then loaded. */
export interface Prepared {
  headers: readonly string[];
  /** Records from several places, so that a format is not guessed from the first page alone. */
  sample: readonly string[][];
  habits: Habits;
  /** How the file is written; null where it is no text. */
  writing: { delimiter: string; encoding: string } | null;
  /** Lines above the header, which are skipped. */
  above: readonly string[];
  /** Tells whether the same table comes again, under any name. */
  print: string;
  /** Takes it into its part; throws what the engine throws. */
  load(loading: Omit<Loading, 'source'>): Promise<Loaded>;
  /** Takes back what preparing left in the engine. */
  clear(): Promise<void>;
}

/** Looks into an opened file. Throws EngineError `ingest.too-wide`, `.unknown-columns`, `.header-only` and what opening throws. */
export async function prepare(database: Database, opened: Opened, fileNo: number): Promise<Prepared> {
  const first = await bytesOf(opened.content, 0, 16);
  return isParquet(first) || isArrow(first) ? prepareRaw(database, opened, first, fileNo) : prepareText(database, opened, fileNo);
}

async function prepareText(database: Database, opened: Opened, fileNo: number): Promise<Prepared> {
  const { name, isWritten, broken = [] } = opened;
  const text = await openText(name, opened.content);
  const layout = layoutOf(text.head, text.isCut, isWritten);
  check(name, layout.headers, layout.sample);
  const further = await furtherSamples(text.content);
  const cut = isWritten ? null : await cutLine(text.content, layout);
  const path = `${dataFolder}${fileNo}-${name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-80)}`;
  const loadText = async (loading: Omit<Loading, 'source'>, layout: Layout): Promise<Loaded> => {
    await database.addFile(path, layout.hasMixedLines ? await withOneLineEnd(text.content) : text.content);
    try {
      return await loadFile(database, { ...loading, source: { kind: 'text', path, layout, broken, cut } });
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.code !== 'sql.failed') throw thrown;
      // What the engine's strict parser says of a file whose lines end now one way, now another.
      if (!layout.hasMixedLines && thrown.message.includes('invalid state')) return loadText(loading, { ...layout, hasMixedLines: true });
      throw unreadable(name, thrown);
    }
  };
  return {
    headers: distinctHeaders(layout.headers),
    sample: sampleOf(further, layout),
    habits: { isMonthFirstUsual: layout.delimiter !== ';', isTyped: isWritten },
    writing: isWritten ? null : { delimiter: layout.delimiter, encoding: text.encoding },
    above: opened.above ?? layout.above,
    print: hashOf([sizeOf(opened.content), text.head, ...further].join('\n')),
    load: (loading) => loadText(loading, layout),
    clear: () => database.dropFile(path),
  };
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

async function prepareRaw(database: Database, { name, content }: Opened, first: Uint8Array, fileNo: number): Promise<Prepared> {
  const raw = await loadRaw(database, { name, content, first }, `raw_${fileNo}`);
  const clear = (): Promise<void> => database.run(`drop table if exists ${raw.table}`);
  try {
    const headers = distinctHeaders(raw.columns.map(({ header }) => header));
    if (headers.length > columnLimit) throw tooWide(name, headers.length);
    const sample = await rawSample(database, raw);
    check(name, headers, sample);
    const ends = await Promise.all([0, Math.max(0, sizeOf(content) - 65_536)].map((start) => bytesOf(content, start, 65_536)));
    const source: Source = { kind: 'raw', ...raw };
    return {
      headers,
      sample,
      habits: { isMonthFirstUsual: true, isTyped: true },
      writing: null,
      above: [],
      print: hashOf([sizeOf(content), ...ends.map((bytes) => new TextDecoder('latin1').decode(bytes))].join('\n')),
      load: (loading) => loadFile(database, { ...loading, source }),
      clear,
    };
  } catch (thrown) {
    await clear();
    throw thrown;
  }
}

async function rawSample(database: Database, raw: Parameters<typeof rawSql>[0]): Promise<string[][]> {
  const middle = Math.floor((await countOf(database, raw.table)) / 2);
  const from = rawSql(raw, usual);
  const rows = await queryRows(database, `(select * from ${from} limit 1000) union all (select * from ${from} limit 1000 offset ${middle})`);
  return rows.map((row) => raw.columns.map((_, at) => String(row[`c${at}`] ?? '')));
}

function check(name: string, headers: readonly string[], sample: readonly string[][]): void {
  if (headers.length > columnLimit) throw tooWide(name, headers.length);
  if (headers.every((header) => header === '')) {
    throw new EngineError('ingest.unknown-columns', `${name} has no header line. Add one that names the columns.`);
  }
  if (sample.every((record) => record.every((value) => value.trim() === ''))) {
    recognise(headers, name, {}, sample); // A text that is no table at all is told so, rather than that it has no records.
    throw headerOnly(name);
  }
}

function tooWide(name: string, columns: number): EngineError {
  return new EngineError('ingest.too-wide', `${name} has ${columns} columns; up to ${columnLimit} can be read. Export only the columns you need.`);
}

/** Records from the beginning, the middle and the end. */
function sampleOf(further: readonly string[], layout: Layout): string[][] {
  const records = further.flatMap((each) => readRecords(each, layout, 2_000, true));
  return [...layout.sample, ...records.filter((record) => record.length === layout.headers.length)];
}
