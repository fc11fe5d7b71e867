import { defineCell } from '../cell-type';
import View from './View.svelte';

export const totals = defineCell<Record<never, never>>({
  kind: 'totals',
  label: 'Totals',
  hint: 'The main numbers of this workspace',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => 'select metric, value, unit, note\nfrom score.totals\norder by metric_no',
  View,
});
