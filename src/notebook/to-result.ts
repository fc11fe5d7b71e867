import { DataType } from 'apache-arrow';
import { toRows, type Table } from '../engine/wire';
import type { ColumnKind, Result } from '../ui/result';

/** An engine's table as one to show; rows past `limit` are left out and said to be cut. */
export function toResult(table: Table, limit = Infinity): Result {
  const columns = table.schema.fields.map((field) => ({ name: field.name, kind: kindOf(field.type) }));
  const isCut = table.numRows > limit;
  return { columns, rows: toRows(isCut ? table.slice(0, limit) : table), isCut };
}

function kindOf(type: DataType): ColumnKind {
  if (DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type)) return 'number';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTimestamp(type)) return 'time';
  if (DataType.isBool(type)) return 'boolean';
  return DataType.isList(type) ? 'list' : 'text';
}
