import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFiles, openApp, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';

const accounts = [
  'Account ID,Account Name,Website,Industry,Employees,Country,City',
  'A1,Northwind Traders,northwind.example,Retail,1200,United States,Boston',
  'A2,Northwind,northwind.example,Retail,1150,United States,Boston',
  'A3,Contoso,contoso.example,Software,300,Germany,Berlin',
].join('\n');
const people = [
  'Contact ID,Account ID,First Name,Last Name,Email,Title,Phone,City',
  'P1,A1,Ada,Byron,ada@northwind.example,VP Marketing,+1 555 010 1234,Boston',
  'P2,A1,Ada,Byron,ada.byron@northwind.example,VP Marketing,(555) 010-1234,Boston',
  'P3,A1,J.,Cray,j.cray@northwind.example,CTO,,Boston',
  'P4,A1,Jonathan,Cray,jonathan@northwind.example,,,Boston',
  'P5,A3,Kim,Low,kim.low@contoso.example,CFO,,Berlin',
  'P6,A3,Bo,Dale,bo.dale@contoso.example,Buyer,,Berlin',
].join('\n');

let app: OpenApp;
const cell = () => app.page.locator('[data-kind="duplicates"]');
const settled = () => app.page.getByRole('status').getByText(/^Ready/).waitFor({ timeout: 90_000 });
const count = async (table: string) => (await app.query(`select count(*)::integer as n from ${table}`))[0]?.n;
/** Waits until a table has so many rows, for a decision is followed by a run. */
const until = async (table: string, rows: number) => {
  await expect.poll(() => count(table), { timeout: 60_000 }).toBe(rows);
  await settled();
};

describe('look-alikes', () => {
  beforeAll(async () => {
    app = await openApp({ folder, viewport: { width: 1440, height: 1000 } });
    await app.page.evaluate(() => {
      window.rolecall.notebook = { format: 'rolecall-notebook', version: 1, title: 'Clean up', cells: [{ id: 'd', kind: 'duplicates' }, { id: 'l', kind: 'load-summary' }] };
    });
    await addFiles(app.page, [{ name: 'accounts.csv', text: accounts }, { name: 'people.csv', text: people }]);
    await cell().getByRole('listitem').first().waitFor({ timeout: 90_000 });
    await settled();
  });
  afterAll(() => app.close());

  test('are shown side by side, what is equal once and what differs twice', async () => {
    const pair = cell().getByRole('article', { name: 'Ada Byron and Ada Byron' });
    expect(await pair.getByRole('row', { name: /^Email/ }).getByRole('cell').allInnerTexts()).toEqual(['ada@northwind.example', 'ada.byron@northwind.example']);
    expect(await pair.getByRole('row', { name: /^Job title/ }).getByRole('cell').count()).toBe(1);
    expect(await pair.innerText()).toContain('Same phone');
    const { violations } = await new AxeBuilder({ page: app.page }).include('[data-kind="duplicates"]').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    await app.screenshot('duplicates');
  });

  test('are one when merged by keyboard, and two again when that is undone', async () => {
    expect(await count('canon.person')).toBe(6);
    await cell().getByRole('button', { name: 'Merge Ada Byron and Ada Byron' }).focus();
    await app.page.keyboard.press('Enter');
    await until('canon.person', 5);
    expect(await app.query("select reason from canon.duplicate where entity = 'person'")).toEqual([{ reason: 'by hand' }]);
    expect(await cell().getByText('Ada Byron = Ada Byron').count()).toBe(1);
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Merge J. Cray and Jonathan Cray');
    await app.screenshot('duplicates-merged');

    await app.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await app.page.keyboard.press('Control+z');
    await until('canon.person', 6);
    await cell().getByRole('article', { name: 'Ada Byron and Ada Byron' }).waitFor();
    await app.page.keyboard.press('Control+Shift+z');
    await until('canon.person', 5);
    await cell().getByRole('button', { name: 'Undo the decision on Ada Byron and Ada Byron' }).click();
    await until('canon.person', 6);
  });

  test('that are not the same are not proposed again, also from a saved notebook', async () => {
    await cell().getByRole('button', { name: 'J. Cray and Jonathan Cray are not the same' }).click();
    await until("canon.duplicate_candidate where entity = 'person'", 1);
    expect(await count('canon.person')).toBe(6);
    const saved = await app.page.evaluate(() => JSON.parse(JSON.stringify(window.rolecall.notebook)));
    expect(saved.overrides.merges).toMatchObject([{ entity: 'person', verdict: 'different', one: { id: 'P3' }, other: { id: 'P4' } }]);
    await app.page.evaluate(() => { window.rolecall.notebook = { ...window.rolecall.notebook, overrides: undefined }; });
    await until("canon.duplicate_candidate where entity = 'person'", 2);
    await app.page.evaluate((notebook) => { window.rolecall.notebook = notebook; }, saved);
    await until("canon.duplicate_candidate where entity = 'person'", 1);
  });

  test('of accounts are merged as well, and everything still adds up', async () => {
    await cell().getByRole('radio', { name: /^Accounts/ }).click();
    await cell().getByRole('button', { name: 'Merge Northwind Traders and Northwind' }).click();
    await until('canon.account', 2);
    expect(await count('canon.reconcile where records_in <> kept + merged + orphaned')).toBe(0);
    await cell().getByText('No look-alikes found').waitFor();
    await app.screenshot('duplicates-none');
    expect(app.errors).toEqual([]);
  });
});
