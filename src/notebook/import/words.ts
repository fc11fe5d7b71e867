import { sentence } from '../../cells';

/** A column's name as words: `job_title` → "Job title". */
export const columnLabel = (column: string): string => sentence(column.replace(/_at$/, ' date').replace(/_id(s?)$/, ' id$1').replace(/^custom_/, ''));

/** A type as words. */
export const typeLabel = (type: string | null): string => (type === null ? '' : (types[type] ?? type));
const types: Record<string, string> = { text: 'Text', varchar: 'Text', integer: 'Whole number', bigint: 'Whole number', double: 'Number', boolean: 'Yes or no', timestamp: 'Date' };

/** The types that a custom column may have. */
export const customTypes = ['text', 'double', 'timestamp', 'boolean'].map((value) => ({ value, label: typeLabel(value) }));

/** Zones to choose from: UTC, those the browser knows by name, offsets. */
export function timeZones(): { value: string; label: string; hint?: string }[] {
  const named = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC' && zone.includes('/'));
  const offsets = Array.from({ length: 27 }, (_, at) => at - 12).filter((hours) => hours !== 0)
    .map((hours) => `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = named.includes(here) ? [{ value: here, label: here.replaceAll('_', ' '), hint: 'as on this computer' }] : [];
  return [
    { value: 'UTC', label: 'UTC' },
    ...first,
    ...named.filter((zone) => zone !== here).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    ...offsets.map((offset) => ({ value: offset, label: `UTC${offset.replace('-', '−')}`, hint: 'all year' })),
  ];
}

/** How dates may be written, with the same day in each. */
export const dateFormats = [
  { value: 'iso', label: 'Year first', hint: '2026-04-03' },
  { value: 'month-first', label: 'Month first', hint: '4/3/2026' },
  { value: 'day-first', label: 'Day first', hint: '3/4/2026' },
  { value: 'dots', label: 'Day first, dots', hint: '3.4.2026' },
  { value: 'words', label: 'Month in words', hint: '3 Apr 2026' },
  { value: 'compact', label: 'Eight digits', hint: '20260403' },
  { value: 'epoch-seconds', label: 'Seconds since 1970', hint: '1775174400' },
  { value: 'epoch-milliseconds', label: 'Milliseconds since 1970', hint: '1775174400000' },
];
