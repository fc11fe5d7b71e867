// The headless run: the same phases on the same engine build, in Node.
// `npm run score -- --playbook p.json --overrides o.json --out DIR FILE…`
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { EngineError } from '../src/engine/errors';
import { openNodeDatabase } from '../src/engine/node-database';
import { queryRows, toRows, toTable } from '../src/engine/wire';
import type { Database } from '../src/engine/database';
import { Ingest, Pipeline, tables } from '../src/pipeline';
import { manifestOf } from '../src/pipeline/manifest';
import { defaultPlaybook, noOverrides, parseOverrides, parsePlaybook, type Overrides, type Playbook } from '../src/playbook';
import { toCsvLine } from '../src/util/csv';

const usage = 'Usage: npm run score -- [--playbook p.json] [--overrides o.json] --out DIR FILE…';

/** Scores the files and writes each score table as CSV and JSON; gives the exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { playbook: { type: 'string' }, overrides: { type: 'string' }, out: { type: 'string' } },
  });
  if (!values.out || positionals.length === 0) {
    console.error(usage);
    return 2;
  }
  const playbook = values.playbook ? await readPlaybook(values.playbook) : defaultPlaybook;
  const overrides = values.overrides ? await readOverrides(values.overrides) : noOverrides;
  const database = await openNodeDatabase();
  const hashes = new Map<number, string>();
  const ingest = new Ingest(database);
  let refused = 0;
  for (const path of positionals) {
    const content = await readFile(path);
    try {
      const { loaded, skipped } = await ingest.addTables({ name: basename(path), content: new Uint8Array(content) });
      const hash = createHash('sha256').update(content).digest('hex');
      for (const report of loaded) {
        hashes.set(report.fileNo, hash);
        console.log(`${join(dirname(path), report.fileName)}: ${report.records} ${report.entity} records, ${report.rejected} rejected`);
      }
      for (const { reason } of skipped) console.error(`${path}: left out: ${reason}`);
    } catch (thrown) {
      if (!(thrown instanceof EngineError)) throw thrown;
      refused += 1;
      console.error(`${path}: ${thrown.message}`);
    }
  }
  await ingest.useDay(playbook.asOf);
  await new Pipeline(database, tables).run(playbook, { ingest: ingest.fingerprints, custom: ingest.custom, overrides });
  const scores = tables.map((table) => table.name).filter((name) => name.startsWith('score.')).sort();
  await mkdir(values.out, { recursive: true });
  for (const name of [...scores, 'ingest.reject']) await writeTable(database, name, values.out);
  const manifest = await manifestOf(database, { playbook, overrides }, scores, hashes);
  for (const warning of manifest.warnings) console.error(warning);
  for (const failing of manifest.examples.failing) console.error(`Example fails: ${failing}`);
  await writeFile(join(values.out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(values.out, 'manifest.csv'), ['name,sha256,bytes,entity,records,rejected\n', ...manifest.files.map((file) => toCsvLine(Object.values(file)))].join(''));
  console.log(`${scores.length} tables written to ${values.out}`);
  await database.close();
  return refused > 0 ? 1 : 0;
}

async function readPlaybook(path: string): Promise<Playbook> {
  return parsePlaybook(JSON.parse(await readFile(path, 'utf8')));
}

/** A document of its own, or a notebook that holds one. */
async function readOverrides(path: string): Promise<Overrides> {
  const saved: { format?: unknown; overrides?: unknown } = JSON.parse(await readFile(path, 'utf8'));
  return parseOverrides(saved.format === 'rolecall-notebook' ? saved.overrides : saved);
}

const page = 50_000;

async function writeTable(database: Database, name: string, folder: string): Promise<void> {
  const columns = (await queryRows(database, `describe ${name}`)).map((row) => String(row.column_name));
  const csv: string[] = [toCsvLine(columns)];
  const json: string[] = [];
  for (let from = 0; ; from += page) {
    const rows = toRows(toTable(await database.query(`select * from ${name} limit ${page} offset ${from}`)));
    for (const row of rows) {
      csv.push(toCsvLine(columns.map((column) => row[column])));
      json.push(JSON.stringify(row));
    }
    if (rows.length < page) break;
  }
  await writeFile(join(folder, `${name}.csv`), csv.join(''));
  await writeFile(join(folder, `${name}.json`), json.length > 0 ? `[\n${json.join(',\n')}\n]\n` : '[]\n');
}

process.exitCode = await main(process.argv.slice(2));
