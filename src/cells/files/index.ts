import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface FileRow {
  file_no: number;
  file_name: string;
  bytes: number;
  entity: string | null;
  source_system: string | null;
  records: number;
  rejected: number;
  /** Values that were left empty because they are not of their column's type. */
  unread: number;
  /** The day it was exported. */
  snapshot: Date | null;
  /** Whether it counts; another export of the same list may stand in its place. */
  is_current: boolean;
}

export const files = defineCell<Record<never, never>>({
  kind: 'files',
  label: 'Files',
  hint: 'Each file, what its rows were taken for, and how its columns were understood',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => `select file_no, file_name, bytes, entity, source_system, records, rejected, coalesce(unread, 0) as unread, snapshot, is_current
from ingest.file
left join (select file_no, count(column_name) as unread from ingest.reject group by file_no) using (file_no)
order by file_no`,
  View,
});

/** The days of the exports, ISO, the latest first. */
export function daysOf(files: readonly FileRow[]): string[] {
  const days = files.flatMap(({ snapshot }) => (snapshot ? [snapshot.toISOString().slice(0, 10)] : []));
  return [...new Set(days)].sort().reverse();
}
