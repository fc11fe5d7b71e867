import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, openApp, settled, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
const exports = 'sample-data/exports';

/** The HubSpot exports of a day: their names tell it. */
const exportsOf = (day: string) =>
  readdirSync(`${exports}/${day}`).filter((name) => name.startsWith('hubspot')).map((name) => ({ name, text: readFileSync(`${exports}/${day}/${name}`, 'utf8') }));

let app: OpenApp;
const count = async (from: string): Promise<number> => Number((await app.query(`select count(*)::integer as n from ${from}`))[0]?.n);
/** Waits until a run has made so many people. */
const peopleAre = (many: number) => expect.poll(() => count('canon.person'), { timeout: 60_000 }).toBe(many);
const files = () => app.page.locator('[data-kind="files"]');

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await drop(app, exportsOf('2026-09-30'));
  await files().locator('li').nth(2).waitFor({ timeout: 90_000 });
  await settled(app);
});
afterAll(() => app.close());

test('a second export of the same lists stands aside, and says so', async () => {
  const september = await count('canon.person');
  await drop(app, exportsOf('2026-06-30'));
  await app.page.getByText('3 exports set aside').waitFor({ timeout: 90_000 });
  await settled(app);
  expect(await count('canon.person')).toBe(september);
  expect(await files().getByText('Set aside').count()).toBe(3);
  expect(await app.page.locator('.notices .notice').count()).toBe(0);
  await app.screenshot('snapshots-september');
});

test('a click looks at the earlier day, and another at the latest again', async () => {
  const september = await count('canon.person');
  await files().getByRole('radio', { name: '30 Jun 2026' }).click();
  await app.page.getByText('As of 30 Jun 2026').waitFor();
  await expect.poll(() => count('canon.person'), { timeout: 60_000 }).toBeLessThan(september);
  await settled(app);
  expect(await app.query('select distinct cast(snapshot as varchar) as day from ingest.file where is_current')).toEqual([{ day: '2026-06-30' }]);
  expect(await app.query('select cast(as_of_date as varchar) as day from canon.clock')).toEqual([{ day: '2026-06-30' }]);
  await app.screenshot('snapshots-june');
  await app.page.getByRole('button', { name: 'Look at the latest again' }).click();
  await app.page.getByText('As of 30 Jun 2026').waitFor({ state: 'detached' });
  await peopleAre(september);
});

test('an undated export of the same list is asked about, put in the place of the other, and taken back', async () => {
  const accounts = 'Id,Name,Website\n001A00000000001,Acme,acme.example\n';
  const people = (rows: string) => `Id,AccountId,FirstName,LastName,Title,Email\n${rows}`;
  const one = (id: number) => `003A0000000000${id},001A00000000001,Given${id},Name${id},CMO,p${id}@acme.example\n`;
  await drop(app, [{ name: 'accounts.csv', text: accounts }, { name: 'contacts.csv', text: people(one(1) + one(2)) }]);
  await settled(app);
  await drop(app, [{ name: 'contacts (1).csv', text: people(one(2) + one(3)) }]);
  const notice = app.page.locator('.notices .notice', { hasText: 'Is contacts (1).csv a newer export of contacts.csv?' });
  await notice.waitFor({ timeout: 90_000 });
  await settled(app);
  const all = await count('canon.person');
  await notice.getByRole('button', { name: 'Put it in its place' }).click();
  await notice.waitFor({ state: 'detached' });
  await peopleAre(all - 1);
  await app.page.getByRole('button', { name: 'Undo' }).last().click();
  await peopleAre(all);
});

test('a dropped folder gives its name to its files', async () => {
  const names = await app.page.evaluate(async () => {
    // A real drop of a folder cannot be made by script; this is what the browser hands out for one.
    const file = { name: 'leads.csv', isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(new File(['Id,Email\n1,a@b.example\n'], 'leads.csv')) };
    const hidden = { ...file, name: '.DS_Store' };
    let portions = [[file, hidden], []] as unknown[][];
    const entry = { name: '2026-07-31', isFile: false, isDirectory: true, createReader: () => ({ readEntries: (done: (entries: unknown[]) => void) => { const [next = [], ...rest] = portions; portions = rest; done(next); } }) };
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [], items: [{ webkitGetAsEntry: () => entry }] } });
    document.body.dispatchEvent(event);
    for (let tries = 0; tries < 100; tries++) {
      const rows = await window.rolecall.query("select file_name, cast(snapshot as varchar) as day from ingest.file where file_name like '%leads%'").catch(() => []);
      if (rows.length > 0) return rows;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return [];
  });
  expect(names).toEqual([{ file_name: '2026-07-31/leads.csv', day: '2026-07-31' }]);
});
