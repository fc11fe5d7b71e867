import { tableFromIPC, type Table } from 'apache-arrow';
import { DataType } from 'apache-arrow';
import type { Database } from './database';

export type { Table } from 'apache-arrow';

/** A row as plain data: numbers, text, booleans, Dates, lists of these, or null. */
export type Row = Record<string, unknown>;

/** The one place where Arrow bytes become a table. */
export function toTable(bytes: Uint8Array): Table {
  return tableFromIPC(bytes);
}

/**
 * Every row of a table as a plain object: BIGINT and HUGEINT as number (exact to 2^53), DECIMAL scaled to number,
 * TIMESTAMP and DATE as Date (UTC), lists as arrays, structs and maps as objects. An empty table gives an empty array. For small results only.
 */
export function toRows(table: Table): Row[] {
  const fields = table.schema.fields.map((field) => ({ name: field.name, type: field.type }));
  const columns = fields.map((_, at) => table.getChildAt(at));
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(fields.map(({ name, type }, at) => [name, toPlain(columns[at]?.get(row), type)])),
  );
}

/** One cell of a table as plain data; see `toRows`. */
export function toPlain(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return scaled(value, type.scale);
  if (DataType.isTimestamp(type) || DataType.isDate(type)) return new Date(Number(value));
  if (typeof value === 'bigint') return Number(value);
  if (DataType.isList(type)) {
    const element = type.children[0]?.type;
    // Arrow's Vector is iterable; TypeScript only knows `unknown` here.
    return element ? Array.from(value as Iterable<unknown>, (each) => toPlain(each, element)) : [];
  }
  if (DataType.isMap(type)) {
    const element = type.children[0]?.type.children[1]?.type;
    // Arrow's MapRow iterates over its entries; TypeScript only knows `unknown` here.
    const entries = Array.from(value as Iterable<[unknown, unknown]>);
    return Object.fromEntries(entries.map(([key, each]) => [String(key), element ? toPlain(each, element) : each]));
  }
  if (DataType.isStruct(type)) {
    // A struct's row proxy gives its fields by name.
    const row = value as Record<string, unknown>;
    return Object.fromEntries(type.children.map((field) => [field.name, toPlain(row[field.name], field.type)]));
  }
  return value;
}

/** Arrow hands a DECIMAL over as its unscaled 128-bit integer in four 32-bit words, lowest first. */
function scaled(value: unknown, scale: number): number {
  const words = value as Uint32Array;
  let whole = 0n;
  for (let at = words.length - 1; at >= 0; at--) whole = (whole << 32n) | BigInt(words[at] ?? 0);
  return Number(BigInt.asIntN(words.length * 32, whole)) / 10 ** scale;
}

/** Runs one statement and gives its rows; see `toRows`. */
export async function queryRows(database: Database, sql: string): Promise<Row[]> {
  return toRows(toTable(await database.query(sql)));
}
