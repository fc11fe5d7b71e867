import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../../src/engine/opening';
import type { Database } from '../../src/engine/database';
import { quoteName } from '../../src/engine/quoting';
import { queryRows, type Row } from '../../src/engine/wire';
import { Ingest, Pipeline, phaseOf, tables, type TableName } from '../../src/pipeline';
import { defaultPlaybook, parseOverrides, parsePlaybook, type Overrides, type Playbook } from '../../src/playbook';
import { actTables, makeActs } from './acts';
import { schema } from './schema';

/** A folder of data that is a test: what goes in, what must come out. */
export interface Sample {
  folder: string;
  playbook: Playbook;
  /** What was decided by hand: `overrides.json`, without its format and version. */
  overrides: Overrides;
  /** Tables given as they stand. */
  preset: TableName[];
  /** Files dropped on the page. */
  files: string[];
  expected: TableName[];
}

const isTable = (file: string): boolean => /^(ingest|canon|persona|role|score)\.[a-z_]+\.csv$/.test(file);
// Only called on names that isTable let through.
const tableOf = (file: string): TableName => file.replace(/\.csv$/, '') as TableName;

export function readSample(folder: string): Sample {
  const names = readdirSync(folder).sort();
  const csv = names.filter((name) => name.endsWith('.csv'));
  const changes = names.includes('playbook.json') ? JSON.parse(readFileSync(join(folder, 'playbook.json'), 'utf8')) : {};
  const decided = names.includes('overrides.json') ? JSON.parse(readFileSync(join(folder, 'overrides.json'), 'utf8')) : {};
  return {
    folder,
    playbook: parsePlaybook({ ...defaultPlaybook, ...changes }),
    overrides: parseOverrides({ format: 'rolecall-overrides', version: 1, merges: [], members: [], ...decided }),
    preset: csv.filter(isTable).map(tableOf),
    files: csv.filter((name) => !isTable(name)),
    expected: readdirSync(join(folder, 'expected')).sort().map(tableOf),
  };
}

/** Runs what the expected tables need, with the preset tables standing in for their phases. */
export async function runSample(database: Database, sample: Sample): Promise<void> {
  const ingest = new Ingest(database);
  for (const name of sample.files) await ingest.addFile({ name, content: read(sample, name) });
  await ingest.useDay(sample.playbook.asOf);
  for (const table of sample.preset) await preset(database, sample, table);
  const hasActs = sample.preset.includes('canon.activity');
  if (hasActs) await makeActs(database);
  const presets = [...sample.preset, ...(hasActs ? actTables : [])];
  const derived = tables.filter((table) => !presets.includes(table.name));
  const given = presets.map((table) => [table, 'preset'] as const);
  await new Pipeline(database, derived).run(sample.playbook, {
    ingest: new Map([...ingest.fingerprints, ...given]),
    custom: ingest.custom,
    overrides: sample.overrides,
    only: sample.expected,
  });
}

const read = (sample: Sample, name: string): Uint8Array => new Uint8Array(readFileSync(join(sample.folder, name)));

async function preset(database: Database, sample: Sample, table: TableName): Promise<void> {
  const path = `${dataFolder}preset.csv`;
  await database.addFile(path, read(sample, `${table}.csv`));
  const given = await columnsOf(database, path);
  const known = schema.get(table) ?? given.map((name) => ({ name, type: typeByName(name) }));
  const strangers = given.filter((name) => !known.some((column) => column.name === name));
  if (strangers.length > 0) throw new Error(`${sample.folder}: ${table} has no column ${strangers.join(', ')}`);
  const columns = known.map(({ name, type }) =>
    given.includes(name) ? `cast(${quoteName(name)} as ${type}) as ${quoteName(name)}` : `null::${type} as ${quoteName(name)}`,
  );
  await database.run(`create schema if not exists ${phaseOf(table)}`);
  await database.run(`drop view if exists ${table}`).catch(() => undefined);
  await database.run(`create or replace table ${table} as select ${columns.join(', ')} from ${reader(path)}`);
  await database.dropFile(path);
}

const reader = (path: string): string => `read_csv('${path}', all_varchar = true, header = true, delim = ',', quote = '"')`;

async function columnsOf(database: Database, path: string): Promise<string[]> {
  const rows = await queryRows(database, `describe select * from ${reader(path)}`);
  return rows.map((row) => String(row.column_name));
}

const numbers = /(_no|^people|members|people_required|missing|start|length|activities|^position)$/;
function typeByName(name: string): string {
  if (numbers.test(name)) return 'integer';
  if (/_at$/.test(name)) return 'timestamp';
  if (/^is_/.test(name)) return 'boolean';
  if (/(score|engagement|completeness|weight|raw|amount)$/.test(name)) return 'double';
  return 'varchar';
}

/** Expected and actual rows of one table, as text, only the expected columns, both sorted by them. */
export async function compare(database: Database, sample: Sample, table: TableName): Promise<{ expected: Row[]; actual: Row[] }> {
  const path = `${dataFolder}expected.csv`;
  await database.addFile(path, read({ ...sample, folder: join(sample.folder, 'expected') }, `${table}.csv`));
  const columns = await columnsOf(database, path);
  const types = await queryRows(database, `describe ${table}`);
  const typed = columns.map((name) => {
    const type = types.find((row) => row.column_name === name)?.column_type;
    if (type === undefined) throw new Error(`${table} has no column ${name}`);
    return { name: quoteName(name), type: String(type) };
  });
  const asText = typed.map(({ name, type }) => `${cell(name, type)} as ${name}`).join(', ');
  const order = typed.map(({ name }) => `${name} nulls first`).join(', ');
  const rowsOf = (from: string): Promise<Row[]> =>
    queryRows(database, `select * from (select ${asText} from ${from}) order by ${order}`);
  const result = { expected: await rowsOf(reader(path)), actual: await rowsOf(table) };
  await database.dropFile(path);
  return result;
}

/** One cell as text; a decimal to nine places, so that 1e-9 is the tolerance. */
function cell(name: string, type: string): string {
  if (type === 'DOUBLE' || type.startsWith('DECIMAL')) return `printf('%.9f', cast(${name} as double))`;
  return `cast(cast(${name} as ${type}) as varchar)`;
}
