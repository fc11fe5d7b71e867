import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { TitleReader, type Meaning } from './title-reader';

let database: Database;
let reader: TitleReader;
beforeAll(async () => {
  database = await openNodeDatabase();
  reader = new TitleReader(database);
});
afterAll(() => database.close());

interface Pitfall {
  title: string;
  seniority: string;
  function: string;
  current: string;
}

describe('the pitfalls of title understanding come out right', () => {
  const pitfalls = readPitfalls();
  let meanings: Meaning[];
  beforeAll(async () => {
    meanings = await reader.read(pitfalls.map(({ title }) => title));
  });
  const misses = (isRight: (pitfall: Pitfall, meaning: Meaning) => boolean): string[] =>
    pitfalls.flatMap((pitfall, at) => {
      const meaning = meanings[at];
      if (meaning && isRight(pitfall, meaning)) return [];
      return [`${pitfall.title}: ${meaning?.seniority} ${meaning?.function} ${meaning?.is_current} by ${meaning?.phrases.join(' + ')}`];
    });

  test('the level of each', () => {
    expect(misses((pitfall, meaning) => pitfall.seniority === meaning.seniority)).toEqual([]);
  });
  test('the function of each', () => {
    expect(misses((pitfall, meaning) => pitfall.function === meaning.function)).toEqual([]);
  });
  test('whether the person still holds the post', () => {
    expect(misses((pitfall, meaning) => pitfall.current === String(meaning.is_current))).toEqual([]);
  });
});

/** The vectors; a title may hold commas and quotes. */
function readPitfalls(): Pitfall[] {
  const text = readFileSync(join(import.meta.dirname, 'vectors/title-pitfalls.csv'), 'utf8');
  const lines = text.split('\n').slice(1).filter((line) => line !== '');
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
    const [title = '', seniority = '', area = '', current = ''] = cells;
    return { title, seniority, function: area, current };
  });
}
