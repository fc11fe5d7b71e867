import { quoteName, quoteText } from '../../engine/quoting';
import { attributesAt, derivedSql, isPacked, packedColumn, textSql, valueSql, type Target } from './plan';
import type { Conventions } from './formats/conventions';
import { zonedSql } from './formats/zones';
import type { Recognised } from './recognise';
import { sourceSql, type Reading, type Source } from './source';

/** A file ready to be loaded. */
export interface Loading {
  fileNo: number;
  fileName: string;
  source: Source;
  recognised: Recognised;
  targets: Target[];
  conventions: Conventions;
}

/** The table of one file's records, quoted; it has only the columns that the file gives. */
export const partOf = ({ recognised, fileNo }: Loading): string => `ingest.${quoteName(`${recognised.entity}_${fileNo}`)}`;
/** Where the engine lists the lines it can't read, and the scans they belong to. */
export const rejectTable = ({ fileNo }: Loading): string => `reject_lines_${fileNo}`;
export const scanTable = ({ fileNo }: Loading): string => `reject_scans_${fileNo}`;

/** Our columns that the part has, without custom ones. */
export function partColumns({ targets, recognised }: Loading): string[] {
  const own = targets.filter(({ isCustom }) => !isCustom).map(({ column }) => column);
  return [...new Set([...own, ...Object.keys(derivedSql(recognised))])];
}

/**
 * The select that reads a file into its part, with two columns more: `first_value` where the record is a footer or blank,
 * and `unread`, the values that are not of their column's type. Short records are errors unless padded.
 */
export function partSql(loading: Loading, reading: Reading): string {
  const { recognised, fileNo, targets, source, conventions } = loading;
  const derived = Object.entries(derivedSql(recognised)).filter(([column]) => !targets.some((target) => target.column === column));
  const packed = isPacked(recognised) ? [[packedColumn, `c${attributesAt(recognised)}`] as const] : [];
  const typed = targets.filter(({ type }) => type !== 'text');
  const texts = targets.map((target) => `${textSql(target)} as ${quoteName(textOf(target))}`);
  const told = [...derived, ...packed].map(([column, sql]) => `${sql} as ${quoteName(column)}`);
  const values = typed.map((target) => `${valueSql(target, quoteName(textOf(target)))} as ${quoteName(target.column)}`);
  const columns = [...targets.map(({ column }) => column), ...[...derived, ...packed].map(([column]) => column)].map(quoteName);
  // Three steps, so that each cast is made once: the texts, their values, what could not be read.
  return `select
    ${fileNo}::integer as file_no,
    source_row,
    ${columns.join(',\n    ')},
    first_value,
    ${unreadSql(typed)} as unread,
from ${inUtc(typed, conventions, `(
    select *, ${values.join(', ') || 'null as nothing'}
    from (
        select
            (row_number() over ())::integer as source_row,
            ${[...texts, ...told].join(',\n            ')},
            ${blankSql(targets)} as first_value,
        from ${sourceSql(source, reading, { lines: rejectTable(loading), scans: scanTable(loading) }, conventions)}
    )
)`)}`;
}

/** The values of a select with their times made UTC: a step more, so that each is read once; none when they are in UTC. */
function inUtc(typed: Target[], { zone }: Conventions, values: string): string {
  const local = typed.filter(({ type, format }) => type === 'timestamp' && !format.date.startsWith('epoch'));
  if (zone === null || local.length === 0) return values;
  const zoned = local.map((target) => `${zonedSql(quoteName(target.column), quoteName(textOf(target)), zone)} as ${quoteName(target.column)}`);
  return `(select * replace (${zoned.join(', ')}) from ${values})`;
}

/** A typed column's text, beside its value. No column of ours has a blank in its name. */
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
  const bad = typed.map((target) => {
    const text = quoteName(textOf(target));
    return { test: `(${quoteName(target.column)} is null and ${text} is not null)`, column: quoteText(target.column), text };
  });
  const items = bad.map(({ test, column, text }) => `case when ${test} then struct_pack(column_name := ${column}, value := ${text}) end`);
  return `case when ${bad.map(({ test }) => test).join(' or ')} then list_filter([${items.join(', ')}], item -> item is not null) end`;
}
