import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface LoadRow {
  entity: string;
  files: number;
  records_in: number;
  kept: number;
  merged: number;
  orphaned: number;
  rejected: number;
}

export const loadSummary = defineCell<Record<never, never>>({
  kind: 'load-summary',
  label: 'Records',
  hint: 'Records in and what became of each: kept, merged into another, orphaned or rejected',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => `select entity, files, records_in, kept, merged, orphaned, rejected
from score.load_summary
order by list_position(['account', 'person', 'activity', 'opportunity'], entity) nulls last, entity`,
  View,
});
