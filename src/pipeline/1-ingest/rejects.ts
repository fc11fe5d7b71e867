import type { Database } from '../../engine/database';
import { quoteName, quoteText } from '../../engine/quoting';
import { countOf } from './count';
import { partOf, rejectTable, type Loading } from './part';
import { headerLine } from './source';

/**
 * Moves what a file's part could not take to `ingest.reject` and gives the number of records that are not in the part:
 * lines that are no records, footers and blank records. Values of a wrong type are listed too; their records stay.
 */
export async function moveRejects(database: Database, loading: Loading): Promise<number> {
  const broken = await moveLines(database, loading);
  const part = partOf(loading);
  await database.run(`insert into ingest.reject
    select file_no, source_row, item.column_name, left(item.value, 500), ${wrongType}
    from (select file_no, source_row, unnest(unread) as item from ${part} where unread is not null and first_value is null)`);
  const blank = await countOf(database, `${part} where first_value is not null`);
  if (blank > 0) {
    await database.run(`insert into ingest.reject
      select file_no, source_row, null, nullif(left(first_value, 500), ''), case first_value when '' then 'blank record' else 'words in the first column only: a footer' end
      from ${part} where first_value is not null`);
    await database.run(`delete from ${part} where first_value is not null`);
  }
  for (const column of ['first_value', 'unread']) await database.run(`alter table ${part} drop column ${column}`);
  await dropInfinities(database, loading);
  return broken + blank + (await rejectCut(database, loading));
}

const wrongType = quoteText("not a value of this column's type; left empty");

const reasons = {
  'TOO MANY COLUMNS': 'more values than the header has columns',
  'MISSING COLUMNS': 'fewer values than the header has columns',
  'UNQUOTED VALUE': 'a quote that is not closed, or stands inside a value',
  'LINE SIZE OVER MAXIMUM': 'longer than 2 MB: a quote is probably not closed',
  'INVALID ENCODING': 'bytes that are not UTF-8 text',
};

async function moveLines(database: Database, loading: Loading): Promise<number> {
  const lines = `(
    select line - ${headerLine(loading.source)} as record, any_value(error_type)::varchar as kind, any_value(csv_line) as csv_line
    from ${rejectTable(loading)} group by line)`;
  const broken = await countOf(database, lines);
  if (broken === 0) return 0;
  const told = Object.entries(reasons).map(([kind, reason]) => `when ${quoteText(kind)} then ${quoteText(reason)}`);
  await database.run(`insert into ingest.reject
    select ${loading.fileNo}, record, null, left(csv_line, 500), case kind ${told.join(' ')} else kind end from ${lines}`);
  // The engine numbers what it kept; a record after k rejected lines stands k places further down the file.
  await database.run(`update ${partOf(loading)} as part set source_row = moved.source_row
    from (
      select kept.source_row as old, (kept.source_row + shift.rejected)::integer as source_row
      from ${partOf(loading)} as kept
      asof join (
        select record - number as kept_before, max(number) as rejected
        from (select record, row_number() over (order by record) as number from ${lines})
        group by record - number
      ) as shift on kept.source_row > shift.kept_before
    ) as moved
    where part.source_row = moved.old`);
  return broken;
}

/** The last record of a file that ends in the middle of it, whose last value may be a half one. */
async function rejectCut(database: Database, loading: Loading): Promise<number> {
  const { source, fileNo } = loading;
  if (source.kind === 'raw' || source.cut === null) return 0;
  const part = partOf(loading);
  const last = `${part} where source_row = (select max(source_row) from ${part})
    and not exists (from ingest.reject where file_no = ${fileNo} and column_name is null and source_row > (select max(source_row) from ${part}))`;
  if ((await countOf(database, last)) === 0) return 0;
  await database.run(`insert into ingest.reject select file_no, source_row, null, ${quoteText(source.cut.slice(0, 500))}, 'the file ends in the middle of this record' from ${last}`);
  await database.run(`delete from ${part} where source_row = (select max(source_row) from ${part})`);
  return 1;
}

/** `infinity` and `nan` are values to the engine; to nobody else. */
async function dropInfinities(database: Database, loading: Loading): Promise<void> {
  const part = partOf(loading);
  for (const { column, type } of loading.targets) {
    if (type !== 'timestamp' && type !== 'double') continue;
    const name = quoteName(column);
    if ((await countOf(database, `${part} where not isfinite(${name})`)) === 0) continue;
    await database.run(`insert into ingest.reject
      select file_no, source_row, ${quoteText(column)}, ${name}::varchar, ${wrongType} from ${part} where not isfinite(${name})`);
    await database.run(`update ${part} set ${name} = null where not isfinite(${name})`);
  }
}
