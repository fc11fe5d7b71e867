import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  await ingest.addFile({ name: 'accounts.csv', content: encode('account_id,account_name\na1,Acme\na2,Bolt\n') });
});
afterAll(() => database.close());

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => new Uint8Array([...values, ...new Array<number>(40).fill(0)]);

/** A Blob that says it is larger than any that could be made here. */
class HugeBlob extends Blob {
  override get size(): number {
    return 5 * 2 ** 30;
  }
}

const wide = Array.from({ length: 5000 }, (_, at) => `column ${at}`).join(',');
const cases: [what: string, name: string, content: Blob | Uint8Array, code: string, says: RegExp][] = [
  ['an empty file', 'empty.csv', new Uint8Array(), 'ingest.empty', /empty\.csv is empty/],
  ['blank lines', 'blank.csv', encode('\n\n \n'), 'ingest.empty', /blank lines/],
  ['a header and no records', 'header.csv', encode('Id,Name,Website\n'), 'ingest.header-only', /no records/],
  ['a text that is no table', 'letter.txt', encode('Dear Sir or Madam\nWe are pleased to write.\nYours\n'), 'ingest.unknown-columns', /letter\.txt holds/],
  ['columns nobody knows', 'stock.csv', encode('shelf,bin\n1,2\n'), 'ingest.unknown-columns', /“shelf”, “bin”/],
  ['people of no account', 'names.csv', encode('First Name,Last Name\nAda,Byron\n'), 'ingest.no-account-key', /which account/],
  ['a damaged zip archive', 'export.zip', bytes(0x50, 0x4b, 3, 4), 'ingest.broken-archive', /damaged/],
  ['an old Excel workbook', 'book.xls', bytes(0xd0, 0xcf, 0x11, 0xe0), 'ingest.binary', /old Excel/],
  ['a picture', 'chart.png', bytes(0x89, 0x50, 0x4e, 0x47), 'ingest.binary', /PNG/],
  ['a damaged Parquet file', 'people.parquet', bytes(0x50, 0x41, 0x52, 0x31), 'ingest.broken-file', /Parquet/],
  ['random bytes', 'noise.bin', new Uint8Array(3000).map((_, at) => (at * 7919) % 251 % 3), 'ingest.binary', /not a text file/],
  ['5,000 columns', 'wide.csv', encode(`${wide}\n${wide}\n`), 'ingest.too-wide', /5000 columns/],
  ['a file over the limit', 'huge.csv', new HugeBlob(['a,b']), 'ingest.too-large', /5\.0 GiB.*Split/],
  ['a file that is loaded already', 'again.csv', encode('account_id,account_name\na1,Acme\na2,Bolt\n'), 'ingest.same-file', /as accounts\.csv/],
  ['a damaged gzip file', 'cut.csv.gz', gzipSync('account_id,account_name\na1,Acme\n'.repeat(500)).subarray(0, 40), 'ingest.not-text', /damaged/],
];

test.each(cases)('%s is refused with a reason and a way out', async (_, name, content, code, says) => {
  const before = await queryRows(database, 'select * from ingest.account');
  const prints = [...ingest.fingerprints];
  await expect(ingest.addFile({ name, content })).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
  await expect(ingest.addFile({ name, content })).rejects.toMatchObject({ message: expect.stringContaining(name.replace('.gz', '')) });
  expect(await queryRows(database, 'select * from ingest.account')).toEqual(before);
  expect([...ingest.fingerprints]).toEqual(prints);
  expect(await queryRows(database, 'select file_name from ingest.file')).toEqual([{ file_name: 'accounts.csv' }]);
  const tables = await queryRows(database, "select table_name from duckdb_tables() where schema_name = 'ingest' order by 1");
  expect(tables.map((row) => row.table_name)).toEqual(['account_1', 'column_map', 'file', 'reject']);
});

describe('a file with faults keeps its good records and names the others', () => {
  let fileNo: number;
  const csv = [
    'person_id,email,job_title,mql_at',
    'p1,ada@acme.com,"VP, ""Growth""",2026-01-31',
    'p2,bob@acme.com,CFO,31 January',
    'p3,"cut" off,CEO,2026-02-01',
    'p4,dan@acme.com,CTO,2026-02-03,extra',
    'p5,eve@acme.com,"two\nlines",2026-02-04',
    'p6,fay@acme.com',
    ',,,',
    'p7,gus@acme.com,COO,2026-02-30',
    'Confidential Information - Do Not Distribute',
  ].join('\n');
  beforeAll(async () => {
    const report = await ingest.addFile({ name: 'faults.csv', content: encode(csv) });
    fileNo = report.fileNo;
    expect([report.records, report.rejected]).toEqual([9, 4]);
  });

  test('good records keep the number they have in the file', async () => {
    const rows = await queryRows(database, 'select source_row, person_id, job_title from ingest.person order by source_row');
    expect(rows).toEqual([
      { source_row: 1, person_id: 'p1', job_title: 'VP, "Growth"' },
      { source_row: 2, person_id: 'p2', job_title: 'CFO' },
      { source_row: 5, person_id: 'p5', job_title: 'two\nlines' },
      { source_row: 6, person_id: 'p6', job_title: null },
      { source_row: 8, person_id: 'p7', job_title: 'COO' },
    ]);
  });

  test('each fault is a row with its line, column, value and reason', async () => {
    const rows = await queryRows(database, `select source_row, column_name, value, reason from ingest.reject where file_no = ${fileNo} order by source_row`);
    expect(rows).toEqual([
      { source_row: 2, column_name: 'mql_at', value: '31 January', reason: "not a value of this column's type; left empty" },
      { source_row: 3, column_name: null, value: 'p3,"cut" off,CEO,2026-02-01', reason: 'a quote that is not closed, or stands inside a value' },
      { source_row: 4, column_name: null, value: 'p4,dan@acme.com,CTO,2026-02-03,extra', reason: 'more values than the header has columns' },
      { source_row: 7, column_name: null, value: null, reason: 'blank record' },
      { source_row: 8, column_name: 'mql_at', value: '2026-02-30', reason: "not a value of this column's type; left empty" },
      { source_row: 9, column_name: null, value: 'Confidential Information - Do Not Distribute', reason: 'words in the first column only: a footer' },
    ]);
  });

  test.each([
    ['', 'p1,a@b.com'],
    [', beside a short record', 'p1'],
    [', beside a short record and a quoted line end', 'p1\np0,"a\nb"'],
  ])('a quote left open to the end of the file is named%s', async (_, records) => {
    const { fileNo } = await ingest.addFile({ name: 'open.csv', content: encode(`person_id,email\n${records}\np2,"open\np3,x@y.com\n`) });
    const rows = await queryRows(database, `select reason from ingest.reject where file_no = ${fileNo}`);
    expect(rows).toEqual([{ reason: 'a quote that is not closed, or stands inside a value' }]);
    expect(await queryRows(database, `select 1 from ingest.person where file_no = ${fileNo} and person_id = 'p2'`)).toEqual([]);
    await ingest.removeFile(fileNo);
  });

  test('taking the file out leaves no trace of it', async () => {
    await ingest.removeFile(fileNo);
    expect(await queryRows(database, 'select * from ingest.person')).toEqual([]);
    for (const table of ['file', 'reject', 'column_map']) {
      expect(await queryRows(database, `select * from ingest.${table} where file_no = ${fileNo}`)).toEqual([]);
    }
  });
});

test('a fingerprint changes only where a file touches', async () => {
  const before = ingest.fingerprints;
  const report = await ingest.addFile({ name: 'more.csv', content: encode('person_id,email\np9,z@acme.com\n') });
  const changed = [...ingest.fingerprints].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
  expect(changed.sort()).toEqual(['ingest.column_map', 'ingest.file', 'ingest.person', 'ingest.person_custom', 'ingest.reject']);
  await ingest.removeFile(report.fileNo);
  expect(ingest.fingerprints).toEqual(before);
});
