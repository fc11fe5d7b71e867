import type { ColumnKind } from './result';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const hundredths = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A count with thousands separated: 30412 → "30,412". */
export const formatCount = (value: number): string => whole.format(value);

/** A large number in few characters: 1234567 → "1.2M". */
export const formatShort = (value: number): string => (Math.abs(value) < 10_000 ? whole.format(value) : short.format(value));

/** A number to two decimals, for columns that add up: 1204.5 → "1,204.50". */
export const formatHundredths = (value: number): string => hundredths.format(value);

/** A percentage 0–100 as a whole number: 66.7 → "67%". */
export const formatPercent = (value: number): string => `${whole.format(value)}%`;

/** Money in few characters; an unknown currency is written after the number. */
export function formatMoney(value: number, currency: string | null): string {
  if (!currency) return formatShort(value);
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(value);
  } catch {
    // Intl refuses what is no ISO code; a CRM may hold anything.
    return `${formatShort(value)} ${currency}`;
  }
}

/** A day of a year that is known from elsewhere, in UTC: "30 Sep". */
export const formatDayOfYear = (value: Date): string => `${value.getUTCDate()} ${months[value.getUTCMonth()]}`;

/** A day as a person writes it, in UTC: "30 Sep 2026". */
export const formatDay = (value: Date): string => `${formatDayOfYear(value)} ${value.getUTCFullYear()}`;

/** A moment in UTC that sorts as text: "2026-09-30 14:05". */
export const formatTime = (value: Date): string => value.toISOString().slice(0, 16).replace('T', ' ');

/** A file's size: 73400320 → "70 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const size = bytes / 1024 ** power;
  return `${power === 0 || size >= 10 ? whole.format(size) : size.toFixed(1)} ${units[power]}`;
}

/** Milliseconds as a person reads them: "84 ms", "1.3 s", "2 min 5 s". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** "1 group", "2 groups", "1,204 people": the count and its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Whole days from one moment to another as a person says it: "today", "yesterday", "12 days before". */
export function formatAge(value: Date, asOf: Date): string {
  const day = (date: Date) => Math.floor(date.getTime() / 86_400_000);
  const days = day(asOf) - day(value);
  if (days <= 0) return 'same day';
  return days === 1 ? '1 day ago' : `${formatCount(days)} days ago`;
}

/** Any value of a result as text; null is empty. Numbers keep two decimals at most, times are UTC. */
export function formatValue(value: unknown, kind: ColumnKind): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return kind === 'date' ? value.toISOString().slice(0, 10) : formatTime(value);
  if (typeof value === 'number') return exact.format(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((each) => formatValue(each, 'text')).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
