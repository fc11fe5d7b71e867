import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import { quoteName, quoteText } from '../../engine/quoting';
import { countOf } from './count';
import { otherOrder } from './formats/dates';
import { partColumns, partOf, partSql, rejectTable, scanTable, type Loading } from './part';
import { packedSql, type Target } from './plan';
import { moveRejects } from './rejects';
import { headerLine, type Reading } from './source';

export interface Loaded {
  /** Schema and name of the part, which of our columns it has, and what unpacks those that it holds as one text. */
  part: string;
  columns: string[];
  packed: Record<string, string>;
  /** The columns as they were read in the end. */
  targets: Target[];
  kept: number;
  rejected: number;
  /** The file ends in the middle of a record. */
  isCutShort: boolean;
}

/**
 * Loads one file into its part, and what could not be read into `ingest.reject`.
 * A record is rejected when it can't be divided into columns, is blank or is a footer; a value that is not of its
 * column's type becomes null and is named, its record stays. Records in the file = kept + rejected.
 */
export async function loadFile(database: Database, loading: Loading): Promise<Loaded> {
  const part = partOf(loading);
  let { targets } = loading;
  try {
    await readPart(database, loading);
    const wrong = await wrongDates(database, loading);
    if (wrong.length > 0) {
      targets = targets.map((target) => (wrong.includes(target) ? withOtherOrder(target) : target));
      await readPart(database, { ...loading, targets });
    }
    await addBroken(database, loading);
    const rejected = await moveRejects(database, loading);
    const kept = await countOf(database, part);
    if (kept + rejected === 0) throw headerOnly(loading.fileName);
    return { part, columns: partColumns(loading), packed: packedSql(loading.recognised), targets, kept, rejected, isCutShort: loading.source.kind === 'text' && loading.source.cut !== null };
  } catch (thrown) {
    await forget(database, loading.fileNo, part);
    throw thrown;
  } finally {
    for (const table of [rejectTable(loading), scanTable(loading)]) await database.run(`drop table if exists ${table}`);
  }
}

/** Takes back everything that one file added. */
export async function forget(database: Database, fileNo: number, part: string): Promise<void> {
  await database.run(`drop table if exists ${part}`);
  for (const table of ['file', 'reject', 'column_map']) await database.run(`delete from ingest.${table} where file_no = ${fileNo}`);
}

/** What to say of a file without records. */
export function headerOnly(name: string): EngineError {
  return new EngineError('ingest.header-only', `${name} has a header line and no records. Export it again without the filter that leaves nothing.`);
}

/** Short records are filled up with nulls only when there are some: it costs a second reading. */
async function readPart(database: Database, loading: Loading): Promise<void> {
  const lines = rejectTable(loading);
  await read(database, loading, { isPadded: false, isSerial: false });
  if ((await countOf(database, `${lines} where error_type = 'MISSING COLUMNS'`)) === 0) return;
  await database.run(`create or replace temp table open_quotes as select * from ${lines} where error_type = 'UNQUOTED VALUE'`);
  try {
    await read(database, loading, { isPadded: true, isSerial: false });
  } catch (thrown) {
    // The quick reader can't pad beside quoted line ends.
    if (!(thrown instanceof EngineError) || !/quoted new ?lines|Parameter Not Allowed/.test(thrown.message)) throw thrown;
    await read(database, loading, { isPadded: true, isSerial: true });
    await keepOpenQuote(database, loading);
  }
  await database.run('drop table open_quotes');
}

/** The serial reader takes a quote left open to the end of the file for a last record; the first reading knew better. */
async function keepOpenQuote(database: Database, loading: Loading): Promise<void> {
  const lines = rejectTable(loading);
  const part = partOf(loading);
  const open = `open_quotes where line not in (select line from ${lines})`;
  if ((await countOf(database, open)) === 0) return;
  const records = (await countOf(database, part)) + (await countOf(database, `(select distinct line from ${lines})`));
  await database.run(`delete from ${part} where source_row = (select max(source_row) from ${part})
    and ${records} >= (select min(line) - ${headerLine(loading.source)} from ${open})`);
  await database.run(`insert into ${lines} select * from ${open}`);
}

async function read(database: Database, loading: Loading, reading: Reading): Promise<void> {
  for (const table of [rejectTable(loading), scanTable(loading)]) await database.run(`drop table if exists ${table}`);
  // A table that is filled already has no lines that can't be read.
  if (loading.source.kind === 'raw') await database.run(`create table ${rejectTable(loading)} (line bigint, error_type varchar, csv_line varchar)`);
  await database.run(`create or replace table ${partOf(loading)} as\n${partSql(loading, reading)}`);
}

/** Records that were broken before the engine could read them join those that it could not read. */
async function addBroken(database: Database, loading: Loading): Promise<void> {
  const { source } = loading;
  if (source.kind === 'raw' || source.broken.length === 0) return;
  const lines = rejectTable(loading);
  await database.run(`alter table ${lines} alter error_type type varchar`);
  for (let at = 0; at < source.broken.length; at += 2_000) {
    const rows = source.broken.slice(at, at + 2_000).map((each) => `(${each.record + headerLine(source)}, ${quoteText(each.reason)}, ${quoteText(each.text)})`);
    await database.run(`insert into ${lines} (line, error_type, csv_line) values ${rows.join(', ')}`);
  }
}

/** Date columns whose values fit better with day and month in the other order: the sample had not shown it. */
async function wrongDates(database: Database, loading: Loading): Promise<Target[]> {
  const part = partOf(loading);
  const wrong: Target[] = [];
  for (const target of loading.targets.filter(({ type, format }) => type === 'timestamp' && !format.isDateChosen && otherOrder(format.date))) {
    const over12 = '(1[3-9]|2\\d|3[01])[/-]';
    const pattern = target.format.date === 'month-first' ? `^${over12}` : `^\\d{1,2}[/-]${over12}`;
    const unread = `(select unnest(unread) as item from ${part} where unread is not null)`;
    const misfits = await countOf(
      database,
      `${unread} where item.column_name = ${quoteText(target.column)} and regexp_matches(item.value, ${quoteText(pattern)})`,
    );
    const fits = misfits === 0 ? 0 : await countOf(database, `${part} where day(${quoteName(target.column)}) > 12`);
    if (misfits > fits) wrong.push(target);
  }
  return wrong;
}

function withOtherOrder(target: Target): Target {
  return { ...target, format: { ...target.format, date: otherOrder(target.format.date) ?? target.format.date } };
}
