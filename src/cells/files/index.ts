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
}

export const files = defineCell<Record<never, never>>({
  kind: 'files',
  label: 'Files',
  hint: 'Each file, what its rows were taken for, and how its columns were understood',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => 'select file_no, file_name, bytes, entity, source_system, records, rejected\nfrom ingest.file\norder by file_no',
  View,
});
