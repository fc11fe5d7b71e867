import { quoteText } from '../../engine/quoting';
import { defineCell } from '../cell-type';
import View from './View.svelte';

/** What is shown: of one file, for one reason; '' for all. */
export interface RejectsOptions {
  file: string;
  reason: string;
}

/** How many rejects a file has for a reason. */
export interface RejectCount {
  file_name: string;
  reason: string;
  rejects: number;
}

export const countsSql = `select file_name, reason, cast(count(*) as integer) as rejects
from ingest.reject
join ingest.file using (file_no)
group by file_name, reason
order by rejects desc, reason, file_name`;

/** SQL for the rejects themselves, in the order of the files; a `limit` can follow. */
export function rejectsSql({ file, reason }: RejectsOptions): string {
  const tests = [
    ...(file === '' ? [] : [`file_name = ${quoteText(file)}`]),
    ...(reason === '' ? [] : [`reason = ${quoteText(reason)}`]),
  ];
  return `select file_name as "file", source_row as record, column_name as "column", value, reason
from ingest.reject
join ingest.file using (file_no)${tests.length > 0 ? `\nwhere ${tests.join(' and ')}` : ''}
order by file_no, source_row, column_name nulls first, value`;
}

export const rejects = defineCell<RejectsOptions>({
  kind: 'rejects',
  label: 'Rejects',
  hint: 'Records and values that could not be read, from every file: where they stand and why',
  group: 'review',
  defaults: { file: '', reason: '' },
  isRunOnChange: true,
  query: rejectsSql,
  View,
});
