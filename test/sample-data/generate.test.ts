import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryTarget } from '../../sample-data/csv';
import { current, earlier, sizeOf, type Size, type Snapshot } from '../../sample-data/settings';
import { writeSnapshot } from '../../sample-data/snapshot';

const EXPORTS = join(import.meta.dirname, '../../sample-data/exports');

const filesOf = (size: Size, snapshot: Snapshot): Map<string, string> => {
  const files = new Map<string, string>();
  writeSnapshot(size, snapshot, memoryTarget(files));
  return files;
};

test('the same seed gives the same bytes, another seed gives others', () => {
  const once = filesOf(sizeOf(200, 7), current);
  expect(filesOf(sizeOf(200, 7), current)).toEqual(once);
  expect(filesOf(sizeOf(200, 8), current).get('salesforce-contacts.csv')).not.toBe(once.get('salesforce-contacts.csv'));
});

test.each([earlier, current])('the committed files of $day are what the generator makes', (snapshot) => {
  const folder = join(EXPORTS, snapshot.day);
  const files = filesOf(sizeOf(2000, 7), snapshot);
  const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  expect(committed.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([...files.keys()].sort());
  for (const [name, text] of files) {
    // A plain comparison, since a diff of megabytes helps nobody.
    expect(readFileSync(join(folder, name), 'utf8') === text, `${name} differs: run npm run sample`).toBe(true);
  }
});

test.each([earlier, current])('the snapshot of $day stays under 4.5 MB', (snapshot) => {
  const bytes = [...filesOf(sizeOf(2000, 7), snapshot).values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(4_500_000);
});

test('a large world has ten people to an account and five activities to a person', () => {
  expect(sizeOf(1_000_000, 1)).toMatchObject({ accounts: 100_000, people: 1_000_000, activitiesPerPerson: 5 });
});
