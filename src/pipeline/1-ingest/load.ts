import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import { quoteName, quoteText } from '../../engine/quoting';
import { queryRows } from '../../engine/wire';
import { otherOrder } from './formats/dates';
import type { Layout } from './formats/dialect';
import { nullTexts } from './formats/values';
import { derivedSql, textSql, valueSql, type Target } from './plan';
import type { Recognised } from './recognise';

/** A file ready to be loaded. */
export interface Loading {
  fileNo: number;
  fileName: string;
  /** Where the engine finds it. */
  path: string;
  layout: Layout;
  recognised: Recognised;
  targets: Target[];
}

export interface Loaded {
  /** Schema and name of the part table, which holds only the columns that the file gives. */
  part: string;
  columns: string[];
  kept: number;
  rejected: number;
}

/**
 * Loads one file into `ingest.<entity>_<n>`, and what could not be read into `ingest.reject`.
 * A record is rejected when it can't be divided into columns, is blank or is a footer; a value that is not of its
 * column's type becomes null and is named, its record stays. Records in the file = kept + rejected.
 */
export async function loadFile(database: Database, loading: Loading): Promise<Loaded> {
  const part = `ingest.${quoteName(`${loading.recognised.entity}_${loading.fileNo}`)}`;
  try {
    await readInto(database, loading, part);
    const wrong = await wrongDates(database, loading, part);
    if (wrong.length > 0) {
      const targets = loading.targets.map((target) => (wrong.includes(target) ? otherDates(target) : target));
      await readInto(database, { ...loading, targets }, part);
    }
    return await settle(database, loading, part);
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

const rejectTable = ({ fileNo }: Loading): string => `reject_lines_${fileNo}`;
const scanTable = ({ fileNo }: Loading): string => `reject_scans_${fileNo}`;

/** Short records are filled up with nulls only when there are some: padding makes the engine miss a quote left open. */
async function readInto(database: Database, loading: Loading, part: string): Promise<void> {
  const isStrict = !loading.layout.hasMixedLines;
  try {
    await read(database, loading, part, { isPadded: false, isStrict });
  } catch (thrown) {
    if (!isStrict || !(thrown instanceof EngineError) || !/invalid state/.test(thrown.message)) throw thrown;
    await read(database, loading, part, { isPadded: true, isStrict: false });
    return;
  }
  const short = `select line from ${rejectTable(loading)} where error_type = 'MISSING COLUMNS'`;
  if ((await count(database, `(${short})`)) === 0) return;
  const open = 'open_quotes';
  await database.run(`create or replace temp table ${open} as select * from ${rejectTable(loading)} where error_type = 'UNQUOTED VALUE'`);
  await read(database, loading, part, { isPadded: true, isStrict });
  await database.run(`insert into ${rejectTable(loading)} select * from ${open} where line not in (select line from ${rejectTable(loading)})`);
  await database.run(`drop table ${open}`);
}

interface Reading {
  isPadded: boolean;
  isStrict: boolean;
}

async function read(database: Database, loading: Loading, part: string, reading: Reading): Promise<void> {
  for (const table of [rejectTable(loading), scanTable(loading)]) await database.run(`drop table if exists ${table}`);
  await database.run(`create or replace table ${part} as\n${partSql(loading, reading)}`);
}

function partSql(loading: Loading, { isPadded, isStrict }: Reading): string {
  const { layout, path, recognised, fileNo } = loading;
  const columns = layout.headers.map((_, at) => `c${at}: 'varchar'`).join(', ');
  const options = [
    `columns = {${columns}}`,
    'auto_detect = false',
    `delim = ${quoteText(layout.delimiter)}`,
    `quote = '"'`,
    `escape = ${quoteText(layout.escape)}`,
    'header = true',
    `skip = ${layout.skip}`,
    `nullstr = [${nullTexts.map(quoteText).join(', ')}]`,
    `null_padding = ${isPadded}`,
    `strict_mode = ${isStrict}`,
    'parallel = false',
    'store_rejects = true',
    `rejects_table = ${quoteText(rejectTable(loading))}`,
    `rejects_scan = ${quoteText(scanTable(loading))}`,
  ];
  const told = Object.entries(derivedSql(recognised))
    .filter(([column]) => !loading.targets.some((target) => target.column === column))
    .map(([column, sql]) => `${sql} as ${quoteName(column)}`);
  // Each cast is made once: in the inner step the text, in the next the value, in the outer what could not be read.
  const typed = loading.targets.filter(({ type }) => type !== 'text');
  const given = loading.targets.map((target) => `${textSql(target)} as ${quoteName(textOf(target))}`);
  const values = typed.map((target) => `${valueSql(target, quoteName(textOf(target)))} as ${quoteName(target.column)}`);
  const kept = [...loading.targets.map(({ column }) => quoteName(column)), ...Object.keys(derivedSql(recognised)).filter((column) => !loading.targets.some((target) => target.column === column)).map(quoteName)];
  return `select
    ${fileNo}::integer as file_no,
    source_row,
    ${kept.join(',\n    ')},
    first_value,
    ${unreadSql(typed)} as unread,
from (
    select *, ${values.join(', ') || 'null as nothing'}
    from (
        select
            (row_number() over ())::integer as source_row,
            ${[...given, ...told].join(',\n            ')},
            ${blankSql(loading.targets)} as first_value,
        from read_csv(${quoteText(path)}, ${options.join(', ')})
    )
)`;
}

const textOf = (target: Target): string => (target.type === 'text' ? target.column : `text ${target.column}`);

/** The first column's words where no other column holds a value: a report's footer, or '' for a blank record; else null. */
function blankSql(targets: Target[]): string {
  const others = targets.flatMap(({ sources }) => sources.map(({ at }) => at)).filter((at) => at > 0).map((at) => `c${at}`);
  if (others.length === 0) return `case when c0 is null then '' end`;
  // An id alone is still a record.
  return `case when coalesce(${others.join(', ')}) is null and (c0 is null or contains(c0, ' ')) then coalesce(c0, '') end`;
}

/** A list of the values that are not of their column's type, null for the many records that have none. */
function unreadSql(typed: Target[]): string {
  if (typed.length === 0) return 'null::struct(column_name varchar, value varchar)[]';
  const isBad = typed.map((target) => `${quoteName(target.column)} is null and ${quoteName(textOf(target))} is not null`);
  const items = typed.map((target, at) => `case when ${isBad[at]} then struct_pack(column_name := ${quoteText(target.column)}, value := ${quoteName(textOf(target))}) end`);
  return `case when ${isBad.map((sql) => `(${sql})`).join(' or ')} then list_filter([${items.join(', ')}], item -> item is not null) end`;
}

/** Date columns whose values fit better with day and month in the other order: the sample had not shown it. */
async function wrongDates(database: Database, loading: Loading, part: string): Promise<Target[]> {
  const doubtful = loading.targets.filter(({ type, format }) => type === 'timestamp' && otherOrder(format.date));
  const wrong: Target[] = [];
  for (const target of doubtful) {
    const failed = `(select unnest(unread) as item from ${part} where unread is not null)`;
    const pattern = quoteText(target.format.date === 'month-first' ? '^(1[3-9]|2\\d|3[01])[/-]' : '^\\d{1,2}[/-](1[3-9]|2\\d|3[01])[/-]');
    const misfits = await count(database, `${failed} where item.column_name = ${quoteText(target.column)} and regexp_matches(item.value, ${pattern})`);
    const fits = await count(database, `${part} where day(${quoteName(target.column)}) > 12`);
    if (misfits > fits) wrong.push(target);
  }
  return wrong;
}

function otherDates(target: Target): Target {
  return { ...target, format: { ...target.format, date: otherOrder(target.format.date) ?? target.format.date } };
}

/** Moves rejects to their table, numbers the records as they stand in the file, and counts. */
async function settle(database: Database, loading: Loading, part: string): Promise<Loaded> {
  const { fileNo, layout } = loading;
  const lines = `(select line - ${layout.skip + 1} as record, any_value(error_type) as kind, any_value(csv_line) as csv_line from ${rejectTable(loading)} group by line)`;
  const broken = await count(database, lines);
  if (broken > 0) {
    await database.run(`insert into ingest.reject
      select ${fileNo}, record, null, left(csv_line, 500), case kind ${reasonsSql} else lower(kind) end from ${lines}`);
    // Records after a rejected one have been numbered without it.
    await database.run(`update ${part} as part set source_row = moved.source_row
      from (
        select kept.source_row as old, (kept.source_row + max(shift.before))::integer as source_row
        from ${part} as kept
        join (select record - row_number() over (order by record) as last, row_number() over (order by record) as before from ${lines}) as shift
          on kept.source_row > shift.last
        group by kept.source_row
      ) as moved
      where part.source_row = moved.old`);
  }
  await database.run(`insert into ingest.reject
    select file_no, source_row, item.column_name, left(item.value, 500), 'not a value of this column''s type; left empty'
    from (select file_no, source_row, unnest(unread) as item from ${part} where unread is not null and first_value is null)`);
  const blank = await count(database, `${part} where first_value is not null`);
  if (blank > 0) {
    await database.run(`insert into ingest.reject
      select file_no, source_row, null, nullif(left(first_value, 500), ''), case first_value when '' then 'blank record' else 'words in the first column only: a footer' end
      from ${part} where first_value is not null`);
    await database.run(`delete from ${part} where first_value is not null`);
  }
  for (const column of ['first_value', 'unread']) await database.run(`alter table ${part} drop column ${column}`);
  await dropInfinities(database, loading, part);
  const kept = await count(database, part);
  if (kept + broken + blank === 0) {
    throw new EngineError('ingest.header-only', `${loading.fileName} has a header line and no records. Export it again without the filter that leaves nothing.`);
  }
  const columns = [...new Set([...loading.targets.filter(({ isCustom }) => !isCustom).map(({ column }) => column), ...Object.keys(derivedSql(loading.recognised))])];
  return { part, columns, kept, rejected: broken + blank };
}

const reasons: Record<string, string> = {
  'TOO MANY COLUMNS': 'more values than the header has columns',
  'MISSING COLUMNS': 'fewer values than the header has columns',
  'UNQUOTED VALUE': 'a quote that is not closed, or stands inside a value',
  'LINE SIZE OVER MAXIMUM': 'longer than 2 MB: a quote is probably not closed',
  'INVALID ENCODING': 'bytes that are not UTF-8 text',
};
const reasonsSql = Object.entries(reasons).map(([kind, reason]) => `when ${quoteText(kind)} then ${quoteText(reason)}`).join(' ');

/** `infinity` and `nan` are values to the engine; to nobody else. */
async function dropInfinities(database: Database, { targets, fileNo }: Loading, part: string): Promise<void> {
  for (const { column, type } of targets) {
    if (type !== 'timestamp' && type !== 'double') continue;
    const isWrong = `not isfinite(${quoteName(column)})`;
    if ((await count(database, `${part} where ${isWrong}`)) === 0) continue;
    await database.run(`insert into ingest.reject
      select ${fileNo}, source_row, ${quoteText(column)}, ${quoteName(column)}::varchar, 'not a value of this column''s type; left empty' from ${part} where ${isWrong}`);
    await database.run(`update ${part} set ${quoteName(column)} = null where ${isWrong}`);
  }
}

async function count(database: Database, from: string): Promise<number> {
  const [row] = await queryRows(database, `select count(*) as n from ${from}`);
  return Number(row?.n ?? 0);
}
