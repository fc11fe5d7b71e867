import type { ValueKind } from '../../engine/api';

/** What each column's values look like in a sample of a file's records. */
export function kindsOf(headers: readonly string[], sample: readonly string[][]): ValueKind[] {
  return headers.map((_, at) => kindOf(sample.map((record) => record[at] ?? '')));
}

/** What most values are; a value with a leading zero is no number. */
export function kindOf(values: readonly string[]): ValueKind {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '').slice(0, 500);
  if (filled.length === 0) return 'empty';
  const isMostly = (pattern: RegExp): boolean => filled.filter((value) => pattern.test(value)).length >= filled.length * 0.9;
  if (isMostly(datePattern)) return 'date';
  return isMostly(numberPattern) ? 'number' : 'text';
}

const datePattern = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})([ T,].*)?$/;
const numberPattern = /^[-+(]?[^\w\s]?\s*(0|[1-9][\d.,' \u00a0]*|0?[.,]\d+)\s*([%)]|[^\w\s])?$/;
