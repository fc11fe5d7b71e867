import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { folderTarget } from './csv';
import { current, earlier, sizeOf } from './settings';
import { writeSnapshot } from './snapshot';

/** What `npm run sample` makes when nothing else is asked for; the committed files are exactly this. */
const defaults = { people: '2000', seed: '7', out: 'sample-data/exports', day: undefined };

const { values } = parseArgs({
  options: { people: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' }, day: { type: 'string' } },
});
const { people, seed, out, day } = { ...defaults, ...values };
const size = sizeOf(wholeNumber('people', people), wholeNumber('seed', seed));

const snapshots = [earlier, current].filter((snapshot) => day === undefined || snapshot.day === day);
if (snapshots.length === 0) throw new RangeError(`--day must be ${earlier.day} or ${current.day}, not ${day}.`);

for (const snapshot of snapshots) {
  const folder = join(out, snapshot.day);
  writeSnapshot(size, snapshot, folderTarget(folder));
  console.log(`${folder}: ${size.accounts} accounts, ${size.people} people`);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`--${option} must be a whole number above 0, not ${text}.`);
  return number;
}
