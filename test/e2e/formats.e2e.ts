import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { Table, writeParquet } from 'parquet-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbook } from '../pipeline/workbook';
import { openApp, type OpenApp } from './helpers';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

const ids = Array.from({ length: 100 }, (_, at) => `p${at}`);
const people = tableFromArrays({ person_id: ids, email: ids.map((id) => `${id}@acme.com`), account_id: ids.map(() => 'a1') });
const files: Record<string, Uint8Array> = {
  'people.parquet': writeParquet(Table.fromIPCStream(tableToIPC(people, 'stream'))),
  'export.zip': zipSync({ 'accounts.csv': strToU8('account_id,account_name\na1,Acme\n'), 'note.txt': strToU8('hello\nworld\n'), 'more.json.gz': gzipSync(strToU8('[{"account_id":"a2","account_name":"B"}]')) }),
  'more.arrow': tableToIPC(tableFromArrays({ account_id: ['a3'], account_name: ['C'] }), 'file'),
  'book.xlsx': workbook({ Cover: [['A title']], Accounts: [['Account ID', 'Account Name'], ['a4', 'D']] }),
  'bomb.csv.gz': gzipSync(new Uint8Array(80_000_000)),
};

test('every format loads in the page, its readers come from the same place, and what is left out is told', async () => {
  await app.page.evaluate(async (all) => {
    const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    await window.rolecall.addFiles(Object.entries(all).map(([name, text]) => new File([bytes(text)], name)));
  }, Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])));
  expect(await app.query('select account_id from ingest.account order by 1')).toEqual(['a1', 'a2', 'a3', 'a4'].map((account_id) => ({ account_id })));
  expect(await app.query('select file_name, records from ingest.file order by file_no')).toEqual([
    { file_name: 'people.parquet', records: 100 },
    { file_name: 'export.zip/accounts.csv', records: 1 },
    { file_name: 'export.zip/more.json.gz', records: 1 },
    { file_name: 'more.arrow', records: 1 },
    { file_name: 'book.xlsx/Accounts', records: 1 },
  ]);
  const page = await app.page.locator('body').innerText();
  expect(page).toContain('bomb.csv.gz unpacks to over 250 times its size');
  expect(page).toContain("can't tell what export.zip/note.txt holds");
  expect(app.foreign).toEqual([]);
  expect(app.errors).toEqual([]);
});
