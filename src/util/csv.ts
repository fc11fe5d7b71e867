/** One CSV line with its line feed: cells quoted where they must be, null empty, Dates as ISO in UTC, lists joined by `; `. */
export function toCsvLine(cells: readonly unknown[]): string {
  return `${cells.map(toCell).join(',')}\n`;
}

function toCell(value: unknown): string {
  const text = toText(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toText).join('; ');
  if (typeof value === 'string') return harmless(value);
  return String(value);
}

/** A spreadsheet runs a text that starts like a formula; a quote in front keeps it a text (domain.md §1.10). */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
