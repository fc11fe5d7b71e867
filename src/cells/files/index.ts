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
}

export const files = defineCell<Record<never, never>>({
  kind: 'files',
  label: 'Files',
  hint: 'Each file, what its rows were taken for, and how its columns were understood',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => `select file_no, file_name, bytes, entity, source_system, records, rejected, coalesce(unread, 0) as unread
from ingest.file
left join (select file_no, count(column_name) as unread from ingest.reject group by file_no) using (file_no)
order by file_no`,
  View,
});
