import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drop, openApp, settled, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';

/** What axe finds serious or worse. */
async function barriers(app: OpenApp): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return bad.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

const accounts = 'Account ID,Account Name,Website,Employees\nA1,Northwind,northwind.example,1200\nA2,Contoso,contoso.example,many\nA3,Fabrikam,fabrikam.example,7,extra\n';
const people = [
  'Id,Email,Account ID,Pos,Created Date',
  'P1,ada@northwind.example,A1,Marketingvorstand,03/04/2026',
  'P2,bo@northwind.example,A1,Marketing Lead,05/04/2026',
  'P3,cy@contoso.example,A2,Vertriebsvorstand,06/04/2026',
].join('\n');

let app: OpenApp;
const dialog = () => app.page.getByRole('dialog', { name: /\.csv/ });
const titles = async () => (await app.query('select job_title from canon.person order by person_id')).map((row) => row.job_title);

/** Chooses from the searching select of one column by keyboard. */
async function mapTo(source: string, words: string): Promise<void> {
  await dialog().locator(`[data-column="${source}"] .search-choice`).focus();
  await app.page.keyboard.press('Enter');
  await app.page.locator('.search-input').waitFor();
  await app.page.keyboard.type(words);
  await app.page.locator('.search-item[data-selected]').waitFor();
  await app.page.keyboard.press('Enter');
}

describe('the import sheet', () => {
  beforeAll(async () => {
    app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
    await drop(app, [{ name: 'accounts.csv', text: accounts }, { name: 'people 2026-09.csv', text: people }]);
    await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 90_000 });
    await settled(app);
  });
  afterAll(() => app.close());

  test('is offered where dates can be read both ways', async () => {
    const notice = app.page.locator('.notices .notice');
    expect(await notice.innerText()).toContain('Is it the day or the month that comes first in people 2026-09.csv?');
    await notice.getByRole('button', { name: 'Look at it' }).click();
    await dialog().getByRole('button', { name: 'Day first', exact: true }).waitFor();
    expect(await barriers(app)).toEqual([]);
    await app.page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
  });

  test('shows source and result side by side, and what the file still lacks', async () => {
    await app.page.getByRole('button', { name: 'Columns of people 2026-09.csv' }).first().click();
    const source = dialog().getByRole('region', { name: 'First records as they stand in the file' });
    await source.getByText('Marketingvorstand').waitFor();
    expect(await dialog().getByRole('list', { name: 'What this file feeds' }).innerText()).toContain('Personas and roles need the job title');
    await app.screenshot('import-sheet');
  });

  test('shows what a correction would do, and leaves all as it was when cancelled', async () => {
    await mapTo('Pos', 'job t');
    await dialog().getByRole('region', { name: 'First records as they are read' }).getByRole('columnheader', { name: 'Job title' }).waitFor();
    expect(await dialog().getByText('Corrected, not applied yet').count()).toBe(1);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(await titles()).toEqual([null, null, null]);
  });

  test('applies a correction, and the groups change', async () => {
    const seats = 'select count(*)::integer as n from score.member';
    const before = await app.query(seats);
    await app.page.getByRole('button', { name: 'Columns of people 2026-09.csv' }).first().click();
    await mapTo('Pos', 'job t');
    await dialog().getByRole('button', { name: 'Day first', exact: true }).click();
    await dialog().getByRole('button', { name: 'Apply' }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(titles, { timeout: 60_000 }).toEqual(['Marketingvorstand', 'Marketing Lead', 'Vertriebsvorstand']);
    await settled(app);
    expect(await app.query(seats)).not.toEqual(before);
    expect(await app.query("select strftime(created_at, '%Y-%m-%d') as day from canon.person order by person_id limit 1")).toEqual([{ day: '2026-04-03' }]);
  });

  test('lists what was lost and gives it as a file', async () => {
    await settled(app);
    const row = app.page.locator('[data-kind="files"] li').filter({ hasText: 'accounts.csv' });
    expect(await row.innerText()).toMatch(/1 record left out, 1 value unread/);
    await row.getByRole('button', { name: 'Columns of accounts.csv' }).click();
    await dialog().getByText('more values than the header has columns').waitFor();
    const [download] = await Promise.all([app.page.waitForEvent('download'), dialog().getByRole('button', { name: 'Download as CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('accounts rejects.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('file,record,column,value,reason\n');
    expect(text).toContain("accounts.csv,2,employees,many,not a value of this column's type; left empty\n");
    await app.page.keyboard.press('Escape');
  });

  test('saves a recipe in the notebook and as a file', async () => {
    await app.page.getByRole('button', { name: 'Columns of people 2026-09.csv' }).first().click();
    const [download] = await Promise.all([app.page.waitForEvent('download'), dialog().getByRole('button', { name: 'Save recipe' }).click()]);
    expect(download.suggestedFilename()).toBe('people.recipe.json');
    const recipe: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(recipe).toMatchObject({ name: 'people', entity: 'person', columns: { Pos: 'job_title' }, dates: { 'Created Date': 'day-first' } });
    expect(await app.page.evaluate(() => window.rolecall.notebook.recipes)).toEqual([recipe]);
    await app.page.keyboard.press('Escape');
  });

  test("reads next month's file by it and says what drifted", async () => {
    const next = 'Id,Email Address,Account ID,Pos,Created Date,Region\nP4,di@contoso.example,A2,Head of Marketing,03/05/2026,West\n';
    await drop(app, [{ name: 'people 2026-10.csv', text: next }]);
    const notice = app.page.locator('.notices .notice');
    await notice.waitFor({ timeout: 60_000 });
    expect(await notice.innerText()).toContain('differs from the files of the recipe “people”');
    expect(await notice.innerText()).toContain('Renamed: “Email” is now “Email Address”.');
    expect(await notice.innerText()).toContain('1 new column: “Region”.');
    const added = () => app.query("select job_title, email, strftime(created_at, '%Y-%m-%d') as day from canon.person where person_id = 'P4'");
    await expect.poll(added, { timeout: 60_000 }).toEqual([
      { job_title: 'Head of Marketing', email: 'di@contoso.example', day: '2026-05-03' },
    ]);
    await notice.getByRole('button', { name: 'Look at it' }).click();
    await dialog().getByText('Other than the files of the recipe “people”').waitFor();
    await app.screenshot('import-drift');
    await app.page.keyboard.press('Escape');
  });

  test('helps with a file that nobody understands', async () => {
    await drop(app, [{ name: 'strange.csv', text: 'alpha,beta\nTailspin,tailspin.example\n' }]);
    const notice = app.page.locator('.notices .notice').filter({ hasText: 'strange.csv was not loaded' });
    await notice.getByRole('button', { name: 'Say what it holds' }).click();
    await dialog().getByLabel(/^Its records are/).click();
    await app.page.getByRole('option', { name: 'Accounts' }).click();
    await mapTo('alpha', 'account name');
    await mapTo('beta', 'website');
    await dialog().getByRole('button', { name: 'Load' }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => app.query("select website from canon.account where account_name = 'Tailspin'"), { timeout: 60_000 }).toEqual([{ website: 'tailspin.example' }]);
    expect(app.errors).toEqual([]);
  });
});

describe('a recipe in a file', () => {
  beforeAll(async () => {
    app = await openApp({ folder });
    await drop(app, [{ name: 'accounts.csv', text: accounts }, { name: 'people.csv', text: people }]);
    await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 90_000 });
    await settled(app);
  });
  afterAll(() => app.close());

  test('is applied to what is loaded when it is dropped', async () => {
    const recipe = {
      format: 'rolecall-recipe', version: 1, name: 'people', entity: 'person', headers: ['Id', 'Email', 'Account ID', 'Pos', 'Created Date'],
      columns: { 'Account ID': 'account_id', 'Created Date': 'created_at', Email: 'email', Id: 'person_id', Pos: 'job_title' },
    };
    expect(await titles()).toEqual([null, null, null]);
    await drop(app, [{ name: 'people.recipe.json', text: JSON.stringify(recipe) }]);
    await expect.poll(titles, { timeout: 60_000 }).toEqual(['Marketingvorstand', 'Marketing Lead', 'Vertriebsvorstand']);
    await drop(app, [{ name: 'wrong.recipe.json', text: '{"format":"other"}' }]);
    await app.page.locator('.notices').getByText('wrong.recipe.json was not applied').waitFor();
  });
});
