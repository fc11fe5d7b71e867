import type { CustomColumns, Playbook } from '../playbook';

/** The phases in the order they run. A table may read its own phase and earlier ones, and nothing else. */
export const phases = ['config', 'ingest', 'canon', 'persona', 'role', 'score'] as const;
export type Phase = (typeof phases)[number];

/** `schema.name` of a table that a phase writes. */
export type TableName = `${Phase}.${string}`;

/** One table of the pipeline: one select. Most are a `.sql` file; a few are made from the playbook's conditions. */
export interface PipelineTable {
  name: TableName;
  /** The select. Only a generated table looks at the playbook, and at the columns of the files that are none of ours. */
  sql: (playbook: Playbook, custom?: CustomColumns) => string;
  isGenerated: boolean;
  /** Further tables that belong to this one, as many as the playbook asks for. */
  family?: (playbook: Playbook, custom?: CustomColumns) => readonly { name: TableName; sql: string }[];
}

const reference = new RegExp(String.raw`\b(${phases.join('|')})\.([a-z_][a-z_0-9]*)`, 'g');

/** The tables that a select names, each once, in the order met; comments do not count. */
export function tablesIn(sql: string): TableName[] {
  // In one pass: a text may hold `--`, and a comment a quote. A doubled quote ends one text and begins the next.
  const code = sql.replace(/--[^\n]*|'[^']*'/g, ' ');
  // The pattern only matches a phase, a dot and a name.
  return [...new Set([...code.matchAll(reference)].map(([name]) => name as TableName))];
}

/**
 * Whether a select is kept as a view: its first comment says so. For wide rows of words over narrow tables of numbers, which
 * would cost time and memory to write down and are only ever read a page or a group at a time.
 */
export function isView(sql: string): boolean {
  return sql.startsWith('-- A view');
}

/**
 * Whether a table's readers look at what it holds rather than at what it was made from: its first comment says so. For small
 * tables between a decision and a million records, so that a decision that changes nothing makes nothing again.
 */
export function isGate(sql: string): boolean {
  return sql.startsWith('-- A gate');
}

/** The phase that writes a table. */
export function phaseOf(name: TableName): Phase {
  // A TableName starts with a phase by its type.
  return name.slice(0, name.indexOf('.')) as Phase;
}
