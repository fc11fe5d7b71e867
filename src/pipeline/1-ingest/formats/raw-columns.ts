import { DataType, type Field, type Schema } from 'apache-arrow';
import type { Database } from '../../../engine/database';
import { quoteText } from '../../../engine/quoting';
import { queryRows } from '../../../engine/wire';

/** A column of a raw table as a file of text would have it. */
export interface RawColumn {
  /** `person.name.firstName`, `personComponents[0].sourceAccountKey.sourceKey`. */
  header: string;
  /** SQL for its text over the raw table's columns `r0`, `r1` … */
  text: string;
  /** Whether it was text before, so that it may write a word for nothing. */
  isText: boolean;
  /** Which of the raw table's columns it lies in, from 0. */
  root: number;
}

/** Elements of a list of records that become columns of their own. */
const elementLimit = 5;

/** All values of a table as flat text columns: records in records by their path, lists of plain values joined by `;`. */
export async function columnsOf(database: Database, table: string, schema: Schema): Promise<RawColumn[]> {
  const aliased = `${table} as raw(${schema.fields.map((_, at) => `r${at}`).join(', ')})`;
  const longest = async (list: string): Promise<number> => {
    const [row] = await queryRows(database, `select max(len(${list})) as longest from ${aliased}`);
    return Number(row?.longest ?? 0);
  };
  const spread = async (root: number, header: string, value: string, type: DataType): Promise<RawColumn[]> => {
    if (DataType.isStruct(type)) {
      const fields: Field[] = type.children;
      const spreads = await Promise.all(fields.map((field) => spread(root, `${header}.${field.name}`, `struct_extract(${value}, ${quoteText(field.name)})`, field.type as DataType)));
      return spreads.flat();
    }
    const element = isList(type) ? (type.children[0]?.type as DataType | undefined) : undefined;
    if (!element || !DataType.isStruct(element)) return [{ header, root, text: textOf(value, type), isText: isText(type) }];
    const count = await longest(value);
    const spreads = await Promise.all(Array.from({ length: Math.min(count, elementLimit) }, (_, at) => spread(root, `${header}[${at}]`, `${value}[${at + 1}]`, element)));
    const rest = { header: `${header}[${elementLimit}…]`, root, isText: false, text: `case when len(${value}) > ${elementLimit} then ${value}[${elementLimit + 1}:]::varchar end` };
    return count > elementLimit ? [...spreads.flat(), rest] : spreads.flat();
  };
  const all = await Promise.all(schema.fields.map((field, at) => spread(at, field.name, `r${at}`, field.type as DataType)));
  return all.flat();
}

const isText = (type: DataType): boolean =>
  DataType.isUtf8(type) || DataType.isLargeUtf8(type) || (DataType.isDictionary(type) && isText(type.dictionary as DataType));

const isList = (type: DataType): boolean => DataType.isList(type) || DataType.isFixedSizeList(type);

function textOf(value: string, type: DataType): string {
  if (DataType.isDictionary(type)) return textOf(value, type.dictionary as DataType);
  if (isText(type)) return `${value}::varchar`;
  // Text that its writer did not mark as text.
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return `nullif(coalesce(try(decode(${value})), ${value}::varchar), '')`;
  // Sixteen bytes are an id as good as always, and any bytes are told apart as hexadecimal text.
  if (DataType.isFixedSizeBinary(type)) return type.byteWidth === 16 ? `lower(regexp_replace(hex(${value}), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5'))` : `lower(hex(${value}))`;
  // What pandas writes for nothing.
  if (DataType.isFloat(type)) return `case when isfinite(${value}) then ${value}::varchar end`;
  // With a zone it is an instant, whatever the file's times are in.
  if (DataType.isTimestamp(type)) return type.timezone ? `${value}::timestamp::varchar || 'Z'` : `${value}::timestamp::varchar`;
  if (isList(type)) return `nullif(array_to_string(${value}::varchar[], ';'), '')`;
  return `${value}::varchar`;
}
