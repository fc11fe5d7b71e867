import { strToU8, zipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { openApp, type OpenApp } from './helpers';
import { serveAnything } from './server';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
afterEach(() => app.close());

const fileNames = async () => (await app.query('select file_name from ingest.file order by file_name')).map((row) => row.file_name);

describe('what is pasted', () => {
  /** Pastes as the keyboard does: on whatever has the focus. */
  const paste = (text: string, files: string[] = []) => app.page.evaluate(({ text, files }) => {
    const data = new DataTransfer();
    if (text) data.setData('text/plain', text);
    for (const name of files) data.items.add(new File(['Account ID,Account Name\nA9,Tailspin\n'], name));
    const target = document.activeElement ?? document.body;
    return target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  }, { text, files });

  test('becomes a file when it is a table, and is told when it is none', async () => {
    app = await openApp({ folder });
    expect(await app.page.locator('.drop').innerText()).toContain('paste cells of a spreadsheet');
    await paste('Just a sentence.');
    await app.page.getByText('Only a table can be pasted').waitFor();
    await paste('Account ID\tAccount Name\tWebsite\nA1\tNorthwind\tnorthwind.example\n', ['picture of the cells.png']);
    await expect.poll(fileNames, { timeout: 60_000 }).toEqual(['pasted 1.tsv']);
    await paste('picture.csv', ['copied.csv']);
    await expect.poll(fileNames, { timeout: 60_000 }).toEqual(['copied.csv', 'pasted 1.tsv']);
    await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 60_000 });
    // In a text field it is that field's.
    await app.page.keyboard.press('Control+k');
    await app.page.locator('[role="dialog"] input').focus();
    expect(await paste('Account ID\tAccount Name\nA2\tContoso\n')).toBe(true);
    expect(app.errors).toEqual([]);
  });
});

describe("files named in the page's address", () => {
  test('are loaded from beside the page; what is not there or lies elsewhere is named', async () => {
    const other = await serveAnything();
    const search = `?files=exports/accounts.csv,exports/none.csv&files=${encodeURIComponent(`${other.url}spy.csv`)}`;
    app = await openApp({ folder, search, beside: { 'exports/accounts.csv': 'Account ID,Account Name,Website\nA1,Northwind,northwind.example\n' } });
    await expect.poll(fileNames, { timeout: 60_000 }).toEqual(['accounts.csv']);
    await expect.poll(() => app.query('select account_name from canon.account').catch(() => []), { timeout: 60_000 }).toEqual([{ account_name: 'Northwind' }]);
    const told = await app.page.locator('.notices').innerText();
    expect(told).toContain('exports/none.csv could not be fetched: there is no such file (404).');
    expect(told).toContain(`${other.url}spy.csv was not fetched: this page takes files only from its own host`);
    expect(other.requests).toEqual([]);
    expect(app.foreign).toEqual([]);
    await app.screenshot('doors-named');
    await other.close();
  });
});

describe('a table in an archive that nobody understands', () => {
  test('is loaded beside the others when it is said what it holds', async () => {
    app = await openApp({ folder });
    const zip = zipSync({ 'accounts.csv': strToU8('Account ID,Account Name\na1,Acme\n'), 'strange.csv': strToU8('alpha,beta\nTailspin,Fabrikam\n') });
    await app.page.evaluate((bytes) => window.rolecall.addFiles([new File([new Uint8Array(bytes)], 'all.zip')]), [...zip]);
    const notice = app.page.locator('.notices .notice').filter({ hasText: 'all.zip/strange.csv was left out' });
    await notice.getByRole('button', { name: 'Say what it holds' }).click();
    const sheet = app.page.getByRole('dialog', { name: 'all.zip/strange.csv' });
    await sheet.getByLabel(/^Its records are/).click();
    await app.page.getByRole('option', { name: 'Accounts' }).click();
    await sheet.locator('[data-column="alpha"] .search-choice').click();
    await app.page.locator('.search-input').fill('account name');
    await app.page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Load' }).click();
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(fileNames, { timeout: 60_000 }).toEqual(['all.zip/accounts.csv', 'all.zip/strange.csv']);
    expect(await notice.count()).toBe(0);
    expect(await app.query('select account_name from ingest.account order by 1')).toEqual([{ account_name: 'Acme' }, { account_name: 'Tailspin' }]);
  });
});

describe('what can be said of a file', () => {
  const acts = 'person_id,activity_type,occurred_at,asset\nP1,Coffee,2026-07-01 12:00,unknown\nP1,Coffee,2026-07-02 12:00,N/A\nP1,Page View,soon,Home\n';
  const people = 'Weekly report\nby Ada\nContact ID,Email,Account ID\nP1,a@northwind.example,A1\nP2,b@nor';
  const files = [{ name: 'people.csv', text: people }, { name: 'activities.csv', text: acts }];
  const sheet = () => app.page.getByRole('dialog', { name: /\.csv/ });
  const settled = () => app.page.getByRole('status').getByText(/^Ready/).waitFor({ timeout: 90_000 });

  test('are types of activities, texts for nothing and the zone of its clocks; and what stands around the records is told', async () => {
    app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
    await app.page.evaluate((all) => window.rolecall.addFiles(all.map(({ name, text }) => new File([text], name))), files);
    await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 60_000 });
    await settled();
    const notices = app.page.locator('.notices');
    await expect.poll(() => notices.innerText(), { timeout: 30_000 }).toContain('people.csv breaks off');
    await expect.poll(() => notices.innerText(), { timeout: 30_000 }).toContain('1 activity type is unknown');
    await notices.getByRole('button', { name: 'Say what they are' }).click();

    const row = sheet().locator('[data-type="Coffee"]');
    await row.getByLabel(/counts as/).click();
    await app.page.getByRole('option', { name: 'Meeting' }).click();
    const types = () => app.query('select distinct activity_type from canon.activity order by 1');
    await expect.poll(types, { timeout: 60_000 }).toEqual([{ activity_type: 'Meeting' }, { activity_type: 'Page Views' }]);
    expect(await app.page.evaluate(() => window.rolecall.playbook.activityAliases)).toEqual({ Coffee: 'Meeting' });
    await sheet().getByText('All of them are known now.').waitFor();
    await settled();
    await app.screenshot('doors-types');
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(types, { timeout: 60_000 }).toEqual([{ activity_type: 'Other' }, { activity_type: 'Page Views' }]);
    await settled();

    const result = sheet().getByRole('region', { name: 'First records as they are read' });
    await sheet().getByRole('button', { name: 'Remove N/A', exact: true }).click();
    await sheet().getByLabel('Add to: Taken for nothing').fill('unknown');
    await app.page.keyboard.press('Enter');
    await result.getByRole('cell', { name: 'N/A' }).waitFor();
    await result.getByRole('cell', { name: 'unknown', exact: true }).waitFor({ state: 'detached' });
    await sheet().getByRole('button', { name: /^Times without a zone are in/ }).click();
    await app.page.locator('.search-input').fill('Berlin');
    await app.page.locator('.search-item[data-selected]').waitFor();
    await app.page.keyboard.press('Enter');
    await result.getByText('2026-07-01 10:00').waitFor();
    await app.screenshot('doors-sheet');
    await sheet().getByRole('button', { name: 'Apply' }).click();
    await sheet().waitFor({ state: 'detached' });
    const read = () => app.query("select strftime(occurred_at, '%H:%M') as at, asset from ingest.activity order by source_row");
    await expect.poll(read, { timeout: 60_000 }).toEqual([{ at: '10:00', asset: null }, { at: '10:00', asset: 'N/A' }, { at: null, asset: 'Home' }]);
    expect(await app.page.evaluate(() => window.rolecall.notebook.recipes?.[0])).toMatchObject({ timeZone: 'Europe/Berlin' });
    await settled();

    await app.page.getByRole('button', { name: 'Columns of people.csv' }).click();
    await sheet().getByText('2 records: 1 loaded, 1 left out').waitFor();
    await sheet().getByText('2 lines above the header skipped').waitFor();
    await sheet().getByText('Weekly report').waitFor();
    await sheet().getByText('the file ends in the middle of this record').waitFor();
    await app.screenshot('doors-above');
    await sheet().getByRole('button', { name: 'Add as a cell' }).click();
    await app.page.keyboard.press('Escape');
    const cell = app.page.locator('[data-kind="rejects"]');
    await cell.getByText('P2,b@nor').waitFor();
    await cell.getByLabel(/^Rejects of/).click();
    await app.page.getByRole('option', { name: /All files/ }).click();
    await cell.getByText('soon').waitFor();
    const [saved] = await Promise.all([app.page.waitForEvent('download'), cell.getByRole('button', { name: 'Download as CSV' }).click()]);
    expect(await readFile(await saved.path(), 'utf8')).toBe(
      "file,record,column,value,reason\npeople.csv,2,,\"P2,b@nor\",the file ends in the middle of this record\nactivities.csv,3,occurred_at,soon,not a value of this column's type; left empty\n",
    );
    await app.screenshot('doors-rejects');
    expect(app.errors).toEqual([]);
  });
});
