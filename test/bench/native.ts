import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Ingest, Pipeline, phaseOf, tables, type TableName } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';
import { openNativeDatabase } from './native-database';

export interface Measured {
  /** All files from bytes to `ingest.*`. */
  ingest: number;
  ingestByFile: Record<string, number>;
  /** All tables after that. */
  pipeline: number;
  phases: Record<string, number>;
  slowest: { table: string; ms: number }[];
}

/** Times the product's own ingest and phases on native DuckDB, and its plain `read_csv` of the same files beside them. */
export async function measureNative(
  folder: string,
  blobs: ReadonlyMap<Blob, string>,
): Promise<Measured & { readCsv: Record<string, number> }> {
  const database = await openNativeDatabase(folder, blobs);
  const readCsv: Record<string, number> = {};
  for (const path of blobs.values()) {
    const started = performance.now();
    await database.run(`create or replace table yardstick as select * from read_csv('${path}', sample_size = 20480, ignore_errors = true)`);
    readCsv[basename(path)] = round(performance.now() - started);
  }
  await database.run('drop table yardstick');

  const ingest = new Ingest(database);
  const ingestByFile: Record<string, number> = {};
  const started = performance.now();
  for (const [content, path] of blobs) {
    const each = performance.now();
    await ingest.addFile({ name: basename(path), content });
    ingestByFile[basename(path)] = round(performance.now() - each);
  }
  const ingested = performance.now();
  const report = await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });
  const ended = performance.now();
  await database.close();
  return { ingest: round(ingested - started), ingestByFile, pipeline: round(ended - ingested), ...byPhase(report), readCsv };
}

/** A run's times summed by phase, and its ten slowest tables. */
export function byPhase(report: readonly { table: string; ms: number }[]): Pick<Measured, 'phases' | 'slowest'> {
  const phases: Record<string, number> = {};
  for (const { table, ms } of report) {
    // A report names the pipeline's own tables.
    const phase = phaseOf(table as TableName);
    phases[phase] = round((phases[phase] ?? 0) + ms);
  }
  const slowest = [...report].sort((a, b) => b.ms - a.ms).slice(0, 10);
  return { phases, slowest: slowest.map(({ table, ms }) => ({ table, ms: round(ms) })) };
}

export const round = (ms: number): number => Math.round(ms * 10) / 10;
