/** What kind of values a column holds, which decides its axis. */
export type Kind = 'time' | 'number' | 'word';

export type PlainRow = Record<string, unknown>;

/** A row as a chart sees it. */
export interface Point {
  x: Value;
  y: Value;
  color: string;
}

export type Value = Date | number | string | null;

const isoDate = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;

/** The kind that all values but nulls share: dates (also ISO text), numbers, else words. An empty column is words. */
export function kindOf(values: readonly unknown[]): Kind {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (!present.length) return 'word';
  if (present.every((value) => value instanceof Date || (typeof value === 'string' && isoDate.test(value)))) return 'time';
  return present.every((value) => typeof value === 'number' || typeof value === 'bigint') ? 'number' : 'word';
}

/** A cell of a table as a value of this kind; what does not fit, such as NaN or a date in words, is null. */
export function toValue(value: unknown, kind: Kind): Value {
  if (value === null || value === undefined) return kind === 'word' ? '(empty)' : null;
  if (kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : null;
  if (kind === 'word') return wordOf(value);
  const date = value instanceof Date ? value : new Date(utc(String(value)));
  return Number.isNaN(date.getTime()) ? null : date;
}

function wordOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.trim() === '' ? '(empty)' : text;
}

/** All times are UTC; ISO text without a zone would be read as local. */
function utc(text: string): string {
  const iso = text.replace(' ', 'T');
  return iso.length > 10 && !/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? `${iso}Z` : iso;
}
