import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';
import { schema } from './schema';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });
});
afterAll(() => database.close());

test.each([...schema])('with no file loaded %s exists, with the promised columns', async (table, columns) => {
  const found = await queryRows(database, `describe ${table}`);
  expect(found.map((row) => ({ name: row.column_name, type: String(row.column_type).toLowerCase() }))).toEqual(columns);
});
