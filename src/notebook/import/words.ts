import { sentence } from '../../cells';

/** A column's name as words: `job_title` → "Job title". */
export const columnLabel = (column: string): string => sentence(column.replace(/_at$/, ' date').replace(/_id(s?)$/, ' id$1').replace(/^custom_/, ''));

/** A type as words. */
export const typeLabel = (type: string | null): string => (type === null ? '' : (types[type] ?? type));
const types: Record<string, string> = { text: 'Text', varchar: 'Text', integer: 'Whole number', bigint: 'Whole number', double: 'Number', boolean: 'Yes or no', timestamp: 'Date' };

/** The types that a custom column may have. */
export const customTypes = ['text', 'double', 'timestamp', 'boolean'].map((value) => ({ value, label: typeLabel(value) }));

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
