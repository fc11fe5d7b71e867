/** What a column holds, as far as showing it goes. */
export type ColumnKind = 'number' | 'text' | 'date' | 'time' | 'boolean' | 'list';

export interface ResultColumn {
  name: string;
  kind: ColumnKind;
}

/** A row as plain data: numbers, text, booleans, Dates (UTC), lists of these, or null. */
export type ResultRow = Record<string, unknown>;

/** A table small enough to show: its columns in order and its rows by name. */
export interface Result {
  columns: readonly ResultColumn[];
  rows: readonly ResultRow[];
  /** Whether the query had more rows than were fetched. */
  isCut: boolean;
}

export const emptyResult: Result = { columns: [], rows: [], isCut: false };

/** The rows as tab-separated text with a header, as a spreadsheet wants it pasted. */
export function toTabbed(result: Result, show: (value: unknown, kind: ColumnKind) => string): string {
  const line = (cells: string[]) => cells.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t');
  const header = line(result.columns.map((column) => column.name));
  const rows = result.rows.map((row) => line(result.columns.map(({ name, kind }) => show(row[name], kind))));
  return [header, ...rows].join('\n');
}
