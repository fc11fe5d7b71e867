import type { Database } from '../engine/database';
import { queryRows } from '../engine/wire';
import type { Overrides, Playbook } from '../playbook';
import { hashOf } from '../util/hash';
import { failingExamples } from './examples';
import { warningsOf } from './warnings';
import { version } from '../../package.json';

/** What a set of results was made from: enough to say later whether two runs should agree. */
export interface Manifest {
  app: string;
  engine: string;
  playbook: { name: string; hash: string };
  /** How many decisions by hand there were, and which. */
  overrides: { merges: number; members: number; hash: string };
  /** The day the scores look back from, ISO, UTC; null when no activity and no date was given. */
  asOf: string | null;
  files: ManifestFile[];
  tables: Record<string, number>;
  /** What the rules asked for and did not find, a sentence each. */
  warnings: string[];
  /** How many examples the playbook has, and what those that fail expected and got, a sentence each thing. */
  examples: { total: number; failing: string[] };
}

export interface ManifestFile {
  name: string;
  /** Hex; null where the host offers no SHA-256 (a page not served over https). */
  sha256: string | null;
  bytes: number;
  entity: string;
  records: number;
  rejected: number;
}

/** Describes the results as they stand in the database; `hashes` by file number, for files whose content is at hand. */
export async function manifestOf(
  database: Database,
  { playbook, overrides }: { playbook: Playbook; overrides: Overrides },
  tables: readonly string[],
  hashes: ReadonlyMap<number, string>,
): Promise<Manifest> {
  const [engine] = await queryRows(database, 'select version() as version');
  const [clock] = await queryRows(database, 'select cast(as_of_date as varchar) as day from canon.clock');
  const files = await queryRows(database, 'select * from ingest.file order by file_no');
  const counts = tables.map((table) => `select '${table}' as name, count(*) as records from ${table}`);
  const rows = counts.length > 0 ? await queryRows(database, counts.join(' union all ')) : [];
  return {
    app: version,
    engine: `DuckDB ${String(engine?.version)}`,
    playbook: { name: playbook.name, hash: hashOf(JSON.stringify(playbook)) },
    overrides: { merges: overrides.merges.length, members: overrides.members.length, hash: hashOf(JSON.stringify(overrides)) },
    asOf: clock?.day ? String(clock.day) : null,
    files: files.map((file) => ({
      name: String(file.file_name),
      sha256: hashes.get(Number(file.file_no)) ?? null,
      bytes: Number(file.bytes),
      entity: String(file.entity),
      records: Number(file.records),
      rejected: Number(file.rejected),
    })),
    tables: Object.fromEntries(rows.map((row) => [String(row.name), Number(row.records)])),
    warnings: await warningsOf(database),
    examples: { total: (playbook.examples ?? []).length, failing: await failingExamples(database) },
  };
}
