import { strToU8, zipSync, type Zippable } from 'fflate';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  await ingest.addFile({ name: 'before.csv', content: strToU8('account_id,account_name\nb1,Before\n') });
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const { fileNo, fileName } of ingest.files) if (fileName !== 'before.csv') await ingest.removeFile(fileNo);
});

const rows = (sql: string): Promise<Row[]> => queryRows(database, sql);
const accounts = strToU8('account_id,account_name\na1,Acme\n');

/** A zip archive with some of its bytes replaced: `at` counts from the first directory entry. */
function forged(files: Zippable, at: number, bytes: number[]): Uint8Array {
  const archive = zipSync(files);
  const view = new DataView(archive.buffer, archive.byteOffset);
  const directory = view.getUint32(archive.length - 22 + 16, true);
  archive.set(bytes, directory + at);
  return archive;
}

const sizeAt = 24;
const flagsAt = 8;
const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}.csv`, accounts]));
const deep = ['one.zip', 'two.zip', 'three.zip'].reduce((inner, name) => zipSync({ [name]: inner }), zipSync({ 'a.csv': accounts }));

describe('a file that would harm or lie is refused with its name, and what was loaded stays', () => {
  test.each<[string, string, () => Uint8Array, string, RegExp]>([
    ['a zip archive that says it holds gigabytes', 'bomb.zip', () => forged({ 'a.csv': accounts }, sizeAt, [0, 0, 0, 0xc0]), 'ingest.bomb', /bomb\.zip unpacks to over 250 times/],
    ['a zip archive that holds more than it says', 'lie.zip', () => forged({ 'a.csv': strToU8('account_id,account_name\na1,A\n'.repeat(99)) }, sizeAt, [9, 0, 0, 0]), 'ingest.broken-archive', /lie\.zip\/a\.csv/],
    ['a zip archive with a password', 'locked.zip', () => forged({ 'a.csv': accounts }, flagsAt, [1]), 'ingest.encrypted', /locked\.zip is protected by a password \(a\.csv\)/],
    ['a zip archive cut short', 'cut.zip', () => zipSync({ 'a.csv': accounts }).slice(0, -30), 'ingest.broken-archive', /cut\.zip breaks off/],
    ['an empty zip archive', 'none.zip', () => zipSync({}), 'ingest.binary', /none\.zip is an empty zip archive/],
    ['archives in archives in archives', 'deep.zip', () => deep, 'ingest.bomb', /too many archives/],
    ['an archive of hundreds of files', 'many.zip', () => zipSync(many), 'ingest.too-large', /many\.zip holds 501 files/],
    ['a Word document', 'letter.docx', () => zipSync({ '[Content_Types].xml': accounts, 'word/document.xml': accounts }), 'ingest.binary', /Office document/],
    ['an OpenDocument sheet', 'sheet.ods', () => zipSync({ mimetype: accounts, 'content.xml': accounts }), 'ingest.binary', /OpenDocument/],
    ['a workbook without its parts', 'broken.xlsx', () => zipSync({ 'xl/workbook.xml': strToU8('<oops') }), 'ingest.broken-archive', /broken\.xlsx is damaged/],
    ['a gzip bomb', 'bomb.csv.gz', () => gzipSync(new Uint8Array(80_000_000)), 'ingest.bomb', /bomb\.csv\.gz unpacks/],
    ['a gzip file cut short', 'cut.csv.gz', () => gzipSync(accounts).subarray(0, 30), 'ingest.not-text', /cut\.csv\.gz breaks off/],
    ['10,000 columns', 'wide.csv', () => strToU8(`${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')}\n1\n`), 'ingest.too-wide', /wide\.csv has 10000 columns/],
    ['JSON of 3,000 names', 'wide.json', () => strToU8(JSON.stringify([Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`c${at}`, at]))])), 'ingest.too-wide', /3000 columns/],
  ])('%s', async (_, name, content, code, says) => {
    await expect(ingest.addTables({ name, content: content() })).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
    expect(await rows('select account_id from ingest.account')).toEqual([{ account_id: 'b1' }]);
    expect(ingest.files).toHaveLength(1);
  });
});

test('a cell of two megabytes is a reject with its record, in a text and in JSON, and the others stay', async () => {
  const huge = 'x'.repeat(2_200_000);
  for (const [name, text] of [
    ['huge.csv', `account_id,account_name\na1,A\na2,"${huge}"\na3,C\n`],
    ['huge.json', JSON.stringify([{ account_id: 'a1', account_name: 'A' }, { account_id: 'a2', account_name: huge }, { account_id: 'a3', account_name: 'C' }])],
  ] as const) {
    const { fileNo, records, rejected } = await ingest.addFile({ name, content: strToU8(text) });
    expect([name, records, rejected]).toEqual([name, 3, 1]);
    expect(await rows(`select source_row, account_id from ingest.account_${fileNo} order by 1`)).toEqual([{ source_row: 1, account_id: 'a1' }, { source_row: 3, account_id: 'a3' }]);
    expect(await rows(`select source_row, left(reason, 16) as reason from ingest.reject where file_no = ${fileNo}`)).toEqual([{ source_row: 2, reason: 'longer than 2 MB' }]);
  }
});

test('a file that ends in the middle of a row keeps the rows before it', async () => {
  const { fileNo, records, rejected } = await ingest.addFile({ name: 'cut.csv', content: strToU8('account_id,account_name,website\na1,A,a.com\na2,"B, In') });
  expect([records, rejected]).toEqual([2, 1]);
  expect(await rows(`select source_row, reason from ingest.reject where file_no = ${fileNo}`)).toEqual([{ source_row: 2, reason: 'a quote that is not closed, or stands inside a value' }]);
});

test('formulas, scripts and names of prototypes are inert text', async () => {
  const odd = ['=cmd|\'/C calc\'!A0', '<img src=x onerror=alert(1)>', "'; drop table ingest.file; --", '{{7*7}}', '${x}'];
  const { fileNo } = await ingest.addFile({ name: 'odd.json', content: strToU8(`[${odd.map((text, at) => `{"account_id":"a${at}","account_name":${JSON.stringify(text)},"__proto__":{"polluted":"yes"},"constructor":"c"}`).join(',')}]`) });
  expect(await rows(`select account_name from ingest.account_${fileNo} order by source_row`)).toEqual(odd.map((account_name) => ({ account_name })));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a part of an archive that fails is named, and the others are loaded', async () => {
  const content = zipSync({ 'a.csv': accounts, 'b.csv': strToU8('shelf,bin\n1,2\n'), 'c.json': strToU8('[{"account_id":') });
  const { loaded, skipped } = await ingest.addTables({ name: 'mixed.zip', content });
  expect(loaded.map(({ fileName }) => fileName)).toEqual(['mixed.zip/a.csv']);
  expect(skipped.map(({ name }) => name).sort()).toEqual(['mixed.zip/b.csv', 'mixed.zip/c.json']);
});
