import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterEach(async () => {
  for (const { fileNo } of ingest.files) await ingest.removeFile(fileNo);
  await ingest.useDay(null);
});
afterAll(() => database.close());

const header = 'Id,AccountId,FirstName,LastName,Title,Email';
const people = (name: string, ...ids: number[]) => ({
  name, content: new TextEncoder().encode([header, ...ids.map((id) => `003A${id},001A1,Given${id},Name${id},CMO of ${name},p${id}@acme.example`)].join('\n')),
});
const loaded = async (): Promise<string[]> =>
  (await queryRows(database, 'select distinct file_name from ingest.person join ingest.file using (file_no) order by file_name')).map((row) => String(row.file_name));
const current = async (): Promise<unknown[]> => queryRows(database, 'select file_name, cast(snapshot as varchar) as snapshot, is_current from ingest.file order by file_name');

test('of two dated exports the last counts, and the day chooses', async () => {
  const june = await ingest.addFile(people('contacts-2026-06-30.csv', 1, 2));
  const september = await ingest.addFile(people('contacts-2026-09-30.csv', 2, 3));
  expect([june.snapshot, september.snapshot, september.overlap]).toEqual(['2026-06-30', '2026-09-30', null]);
  expect(await loaded()).toEqual(['contacts-2026-09-30.csv']);
  const before = ingest.fingerprints;
  await ingest.useDay('2026-07-31');
  expect(await loaded()).toEqual(['contacts-2026-06-30.csv']);
  expect(await current()).toEqual([
    { file_name: 'contacts-2026-06-30.csv', snapshot: '2026-06-30', is_current: true },
    { file_name: 'contacts-2026-09-30.csv', snapshot: '2026-09-30', is_current: false },
  ]);
  const changed = [...ingest.fingerprints].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
  expect(changed.sort()).toEqual(['ingest.file', 'ingest.person', 'ingest.person_custom']);
});

test('an earlier export that comes later stands aside without a question', async () => {
  await ingest.addFile(people('contacts-2026-09-30.csv', 2, 3));
  const june = await ingest.addFile(people('contacts-2026-06-30.csv', 1, 2));
  expect(june.overlap).toBeNull();
  expect(await loaded()).toEqual(['contacts-2026-09-30.csv']);
});

test('taking the later export out brings the earlier back', async () => {
  await ingest.addFile(people('contacts-2026-06-30.csv', 1, 2));
  const { fileNo } = await ingest.addFile(people('contacts-2026-09-30.csv', 2, 3));
  await ingest.removeFile(fileNo);
  expect(await loaded()).toEqual(['contacts-2026-06-30.csv']);
});

test('an undated export of the same records is told, and counts beside the other until it is put in its place', async () => {
  await ingest.addFile(people('contacts.csv', 1, 2, 3, 4));
  const second = await ingest.addFile(people('contacts (1).csv', 2, 3, 4, 5, 6));
  expect(second.overlap).toEqual({ fileName: 'contacts.csv', shared: 3, records: 4 });
  expect(await loaded()).toEqual(['contacts (1).csv', 'contacts.csv']);
  const replacing = await ingest.reloadFile(second.fileNo, people('contacts (1).csv', 2, 3, 4, 5, 6), { inPlaceOf: 'contacts.csv' });
  expect(replacing.overlap).toBeNull();
  expect(await loaded()).toEqual(['contacts (1).csv']);
  await ingest.reloadFile(replacing.fileNo, people('contacts (1).csv', 2, 3, 4, 5, 6), {});
  expect(await loaded()).toEqual(['contacts (1).csv', 'contacts.csv']);
});

test('a day that is told wins over the name, and none makes it count beside all', async () => {
  await ingest.addFile(people('contacts-2026-09-30.csv', 1, 2));
  const old = await ingest.addFile(people('contacts.csv', 2, 3), { snapshot: '2026-06-30' });
  expect(old.snapshot).toBe('2026-06-30');
  expect(await loaded()).toEqual(['contacts-2026-09-30.csv']);
  await ingest.reloadFile(old.fileNo, people('contacts.csv', 2, 3), { snapshot: null });
  expect(await loaded()).toEqual(['contacts-2026-09-30.csv', 'contacts.csv']);
});

test('lists that share few records, or have other columns, are no exports of one list', async () => {
  await ingest.addFile(people('emea.csv', 1, 2, 3, 4));
  expect((await ingest.addFile(people('us.csv', 4, 5, 6, 7))).overlap).toBeNull();
  const scores = { name: 'extra.csv', content: new TextEncoder().encode('Id,AccountId,Email,Phone,Department,LeadSource,CreatedDate\n003A1,001A1,p1@acme.example,1,x,Web,2026-01-01\n') };
  expect((await ingest.addFile(scores)).overlap).toBeNull();
});

test('a recipe is still replayed when only the day is told', async () => {
  const recipe = {
    format: 'rolecall-recipe', version: 1, name: 'contacts', entity: 'person', headers: header.split(','),
    columns: { Id: 'person_id', AccountId: 'account_id', FirstName: 'first_name', LastName: 'last_name', Title: 'department', Email: 'email' },
    leftOut: [], dates: {}, types: {}, kinds: {},
  } as const;
  const report = await ingest.addFile(people('contacts.csv', 1), { snapshot: '2026-06-30' }, [recipe]);
  expect([report.recipe?.name, report.snapshot, report.hints.snapshot]).toEqual(['contacts', '2026-06-30', '2026-06-30']);
});
