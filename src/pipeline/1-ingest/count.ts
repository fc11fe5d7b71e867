import type { Database } from '../../engine/database';
import { queryRows } from '../../engine/wire';

/** How many rows `from` gives: a table or a select in brackets, with a `where` if need be. */
export async function countOf(database: Database, from: string): Promise<number> {
  const [row] = await queryRows(database, `select count(*) as n from ${from}`);
  return Number(row?.n ?? 0);
}
