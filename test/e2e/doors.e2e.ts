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
