import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface ChartOptions {
  /** A select, or the name of a table. */
  source: string;
  mark: string;
  x: string;
  /** Empty counts rows. */
  y: string;
  color: string;
}

export const chart = defineCell<{ [Key in keyof ChartOptions]: ChartOptions[Key] }>({
  kind: 'chart',
  label: 'Chart',
  hint: 'Bars, a line, dots or a histogram of any table',
  group: 'ask',
  defaults: { source: '', mark: 'bar', x: '', y: '', color: '' },
  textOption: 'source',
  isRunOnChange: false,
  query: ({ source }) => sourceSql(source),
  View,
});

/** What a source asks: a bare table name stands for all its rows; empty asks nothing. */
export function sourceSql(source: string): string | null {
  const clean = source.trim();
  if (clean === '') return null;
  return /^[a-z_]\w*(\.[a-z_]\w*)?$/i.test(clean) ? `select *\nfrom ${clean}` : source;
}
