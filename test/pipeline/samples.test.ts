import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { compare, readSample, runSample } from './sample';

const root = join(import.meta.dirname, 'samples');
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'expected'))).sort();

describe.each(folders)('%s', (folder) => {
  let database: Database;
  beforeAll(async () => {
    database = await openNodeDatabase();
    await runSample(database, readSample(join(root, folder)));
  });
  afterAll(() => database.close());

  test.each(readSample(join(root, folder)).expected)('%s holds the expected rows', async (table) => {
    const { expected, actual } = await compare(database, readSample(join(root, folder)), table);
    expect(actual).toEqual(expected);
  });
});

test('there are samples', () => {
  expect(folders.length).toBeGreaterThan(0);
});
