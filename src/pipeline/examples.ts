import type { Database } from '../engine/database';
import { queryRows } from '../engine/wire';
import { failureWords, noCustom, type CustomColumns, type ExampleResult, type Playbook } from '../playbook';
import { givenRecords, noRecords } from './example-records';
import { noResults, results } from './example-results';
import { phaseOf, tablesIn, type PipelineTable, type TableName } from './table';

/**
 * `score.example`: what the playbook's examples expect and what came of it. They go through the very selects that everybody's
 * records go through: each table from titles to seats has a twin (`persona.title` → `persona.example_title`) whose select is the
 * same but for the names, over a handful of records made of the examples. Without examples there are no twins.
 */
export function exampleTable(tables: readonly PipelineTable[]): PipelineTable {
  return {
    name: 'score.example',
    isGenerated: true,
    sql: ({ examples = [] }) => (examples.length === 0 ? noResults : results),
    family: (playbook, custom = noCustom) => ((playbook.examples ?? []).length === 0 ? [] : twinsOf(tables, playbook, custom)),
  };
}

const asked: readonly TableName[] = ['persona.person', 'persona.title_hit', 'role.buying_group', 'role.seated'];

/** The twins of what is asked and of all it reads. */
function twinsOf(tables: readonly PipelineTable[], playbook: Playbook, custom: CustomColumns): { name: TableName; sql: string }[] {
  const sqls = new Map(tables.flatMap((table) => [{ name: table.name, sql: table.sql(playbook, custom) }, ...(table.family?.(playbook, custom) ?? [])]).map(({ name, sql }) => [name, sql]));
  const twins = new Map<TableName, string>();
  const visit = (name: TableName): void => {
    if (!hasTwin(name) || twins.has(twinName(name))) return;
    const sql = phaseOf(name) === 'canon' || name in givenRecords ? undefined : sqls.get(name);
    twins.set(twinName(name), sql === undefined ? (givenRecords[name] ?? noRecords(name)) : twinSql(sql));
    if (sql !== undefined) tablesIn(sql).forEach(visit);
  };
  asked.forEach(visit);
  return [...twins].map(([name, sql]) => ({ name, sql }));
}

/** The rules and the clock are everybody's. */
const hasTwin = (name: TableName): boolean => ['canon', 'persona', 'role'].includes(phaseOf(name)) && name !== 'canon.clock';

const twinName = (name: TableName): TableName => `${phaseOf(name)}.example_${name.slice(name.indexOf('.') + 1)}`;

/** The select with the names of its tables changed; what stands in comments and texts stays. */
const twinSql = (sql: string): string =>
  sql.replace(/--[^\n]*|'[^']*'|\b(?:canon|persona|role)\.[a-z_][a-z_0-9]*/g, (part) => {
    const [name] = tablesIn(part);
    return name !== undefined && hasTwin(name) ? twinName(name) : part;
  });

/** What the examples that fail expected and got in the last run, a sentence each thing. */
export async function failingExamples(database: Database): Promise<string[]> {
  const rows = await queryRows(database, 'select * from score.example where not is_met order by example_no, what');
  // `score.example` has just these columns.
  return rows.map((row) => failureWords(String(row.job_title), row as unknown as ExampleResult));
}
