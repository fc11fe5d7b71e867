const locale = 'en';
const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
const percentWhole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const percentFine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' });

/** A whole number with its thousands parted: 1,234,567. */
export const formatCount = (value: number): string => count.format(value);

/** A number in few letters: 1.2M. Axes only; the exact number is always elsewhere. */
export const formatShort = (value: number): string => short.format(value);

/** A number as it is, to six digits that count. */
export const formatNumber = (value: number): string => plain.format(value);

/** A UTC day: 5 Nov 2026 in the reader's order. */
export const formatDay = (value: Date): string => day.format(value);

/** A UTC month: Nov 2026. */
export const formatMonth = (value: Date): string => month.format(value);

/** A percent (0–100): whole from ten up, one decimal below, never a zero for something; null is a dash. */
export function formatPercent(percent: number | null): string {
  if (percent === null || Number.isNaN(percent)) return '–';
  if (percent > 0 && percent < 0.1) return '<0.1%';
  if (percent > 99 && percent < 100) return '>99%';
  return (Math.abs(percent) < 10 ? percentFine : percentWhole).format(percent / 100);
}

/** Days in words: under 1 day, 1 day, 12 days. */
export function formatDays(days: number): string {
  return days > 0 && days < 1 ? 'under 1 day' : counted(Math.round(days), 'day');
}

const plurals: Record<string, string> = { person: 'people', 'distinct person': 'distinct people' };

/** How many of what: 1 group, 2 groups, 3 people. */
export function counted(value: number, noun: string): string {
  return `${formatCount(value)} ${value === 1 ? noun : pluralOf(noun)}`;
}

/** The plural of a noun: groups, people. */
export function pluralOf(noun: string): string {
  return plurals[noun] ?? `${noun}s`;
}

/** `part` of `whole` in percent; null when there is no whole. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? (part / whole) * 100 : null;
}
