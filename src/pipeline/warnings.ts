import type { Database } from '../engine/database';
import { queryRows } from '../engine/wire';

/** What a person should know of the rules of the last run: columns that no file has, and list keys of nobody known. One sentence each. */
export async function warningsOf(database: Database): Promise<string[]> {
  const missing = await queryRows(database, 'select used_by, field from role.missing_field order by path, field');
  const unmatched = await queryRows(
    database,
    'select list, entity, count(*)::integer as keys, min(list_key) as example from persona.unmatched_list_key group by list, entity order by list',
  );
  return [
    ...missing.map(({ used_by, field }) => `${String(used_by)} asks for ${String(field)}, which no loaded file has; it was taken as empty.`),
    ...unmatched.map(({ list, entity, keys, example }) => {
      const what = Number(keys) === 1 ? `“${String(example)}” of the list “${String(list)}” is` : `${Number(keys)} keys of the list “${String(list)}” are`;
      return `${what} of no known ${String(entity)}.`;
    }),
  ];
}
