import type { FileReport, Overlap } from '../../engine/api';
import type { Database } from '../../engine/database';
import { countOf } from './count';
import type { Entity } from './entities';

interface LoadedTable {
  entity: Entity;
  table: string;
  columns: readonly string[];
}

/** The column that tells a record from another of its kind; the others' records may well be told twice. */
const idColumns: Partial<Record<Entity, string>> = { account: 'account_id', person: 'person_id', opportunity: 'opportunity_id' };

/** From this share of the smaller table on, two tables look like two exports of one list. */
const leastShare = 0.5;

/** Of the other tables the one that shares most records with this one, by their ids; null when none shares half of the smaller. */
export async function overlapWith(database: Database, own: LoadedTable, others: readonly (LoadedTable & { report: FileReport })[]): Promise<Overlap | null> {
  const id = idColumns[own.entity];
  if (id === undefined || others.length === 0 || !own.columns.includes(id)) return null;
  const idsOf = (table: string): string => `(select distinct ${id} from ${table} where ${id} is not null)`;
  const size = await countOf(database, idsOf(own.table));
  const found: (Overlap & { share: number })[] = [];
  for (const { table, columns, report } of others) {
    if (!columns.includes(id)) continue;
    const shared = await countOf(database, `${idsOf(own.table)} semi join ${idsOf(table)} using (${id})`);
    const records = await countOf(database, idsOf(table));
    found.push({ fileName: report.fileName, shared, records, share: shared / Math.max(1, Math.min(size, records)) });
  }
  const [most] = found.sort((a, b) => b.share - a.share);
  return most && most.share >= leastShare ? { fileName: most.fileName, shared: most.shared, records: most.records } : null;
}
