import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { phases } from '../../src/pipeline';
import { compare, readSample, runSample } from './sample';

const root = join(import.meta.dirname, 'samples');
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'expected'))).sort();

// Opening an engine takes longer than most samples do: they share one, swept between them.
let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());

describe.each(folders)('%s', (folder) => {
  beforeAll(async () => {
    for (const phase of phases) await database.run(`drop schema if exists ${phase} cascade`);
    await runSample(database, readSample(join(root, folder)));
  });

  test.each(readSample(join(root, folder)).expected)('%s holds the expected rows', async (table) => {
    const { expected, actual } = await compare(database, readSample(join(root, folder)), table);
    expect(actual).toEqual(expected);
  });
});

test('there are samples', () => {
  expect(folders.length).toBeGreaterThan(0);
});
