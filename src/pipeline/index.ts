// The table of contents of the product: a file becomes a score by walking these folders from 0 to 5.
import { generated as customTables } from './2-canon';
import { generated as personaTables } from './3-persona';
import { generated as roleTables } from './4-role';
import { generated as scoreTables } from './5-score';
import { exampleTable } from './examples';
import type { PipelineTable, TableName } from './table';

export { configTables } from './0-config';
export { Ingest, readSheets } from './1-ingest';
export { keepResults } from './kept';
export { Pipeline } from './run';
export type { RunOptions, TableRun } from './run';
export * from './table';

const files = import.meta.glob<string>('./*/*.sql', { query: '?raw', import: 'default', eager: true });

const derived: readonly PipelineTable[] = [
  ...Object.entries(files).map(([path, sql]) => ({ name: nameOf(path), sql: () => sql, isGenerated: false })),
  ...customTables,
  ...personaTables,
  ...roleTables,
  ...scoreTables,
];

/** Every table that a phase derives, in no particular order; `Pipeline` finds the order from what each reads. */
export const tables: readonly PipelineTable[] = [...derived, exampleTable(derived)];

/** `./2-canon/account.sql` → `canon.account`. */
function nameOf(path: string): TableName {
  const [, phase, name] = /\/\d-([a-z]+)\/([a-z_0-9]+)\.sql$/.exec(path) ?? [];
  // The glob only finds such paths, and the architecture test holds the folder names to the list of phases.
  return `${phase}.${name}` as TableName;
}
