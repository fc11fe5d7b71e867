/** A name as SQL wants it, whatever is in it: `my "col"` → `"my ""col"""`. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal, whatever is in it; null becomes `null`. A NUL byte, which SQL text cannot hold, is dropped. */
export function quoteText(text: string | null): string {
  if (text === null) return 'null';
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A literal of any plain value: text, number, boolean, null, or a list of these. Throws RangeError on NaN and infinities. */
export function quoteValue(value: SqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(quoteValue).join(', ')}]`;
  if (!Number.isFinite(value)) throw new RangeError(`not a number SQL can hold: ${value}`);
  return String(value);
}

export type SqlValue = string | number | boolean | null | SqlValue[];
