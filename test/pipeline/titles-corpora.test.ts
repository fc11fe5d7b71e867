import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { TitleReader } from './title-reader';

// Public lists of titles that lie beside the project and are not part of it.
const folder = join(import.meta.dirname, '../../../shared/data');

interface Corpus {
  name: string;
  files: string[];
  /** The column of the title, from 0. */
  column: number;
}

const corpora: Corpus[] = [
  { name: 'O*NET alternate titles', files: ['titles-onet/Alternate Titles.txt'], column: 1 },
  { name: 'O*NET reported titles', files: ['titles-onet/Sample of Reported Titles.txt'], column: 1 },
  ...['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pt', 'zh'].map((language) => ({
    name: `Avature ${language}`,
    files: ['corpus_documents', 'queries'].map((file) => `titles-avature-11lang/${language}/${file}.tsv`),
    column: 1,
  })),
];

describe('the function of four titles in five is known', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openNodeDatabase();
  });
  afterAll(() => database.close());

  for (const { name, files, column } of corpora) {
    const paths = files.map((file) => join(folder, file));
    const isThere = paths.every((path) => existsSync(path));
    test.skipIf(!isThere)(isThere ? name : `${name} (skipped: ${folder} is not there)`, async () => {
      const titles = [...new Set(paths.flatMap((path) => titlesOf(path, column)))];
      const meanings = await new TitleReader(database).read(titles);
      const known = meanings.filter((meaning) => meaning.function !== 'unknown').length / titles.length;
      console.info(`${name}: function known for ${(known * 100).toFixed(1)} % of ${titles.length} titles`);
      expect(known).toBeGreaterThanOrEqual(0.8);
    });
  }
});

const titlesOf = (path: string, column: number): string[] =>
  readFileSync(path, 'utf8').split(/\r?\n/).slice(1).flatMap((line) => line.split('\t')[column]?.trim() || []);
