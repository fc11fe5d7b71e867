import { Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { BodyCompression } from 'apache-arrow/fb/body-compression';
import { Message } from 'apache-arrow/fb/message';
import { RecordBatch } from 'apache-arrow/fb/record-batch';
import { Builder } from 'flatbuffers';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { distinctHeaders } from '../../src/pipeline/1-ingest/headers';
import { visible } from '../../src/util/visible';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterEach(async () => {
  for (const { fileNo } of ingest.files) await ingest.removeFile(fileNo);
});
afterAll(() => database.close());

const file = (text: string, name = 'people.csv') => ({ name, content: strToU8(text) });
const accounts = 'Account ID,Account Name,Website\na1,Acme,acme.com\n';
const archive = { name: 'all.zip', content: zipSync({ 'accounts.csv': strToU8(accounts), 'strange.csv': strToU8('alpha,beta\nTailspin,tailspin.example\n'), 'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) }) };

describe('a part of a file that nobody understands', () => {
  test('is left out, and told whether it is a table', async () => {
    const { loaded, skipped } = await ingest.addTables(archive);
    expect(loaded.map(({ fileName }) => fileName)).toEqual(['all.zip/accounts.csv']);
    expect(skipped.map(({ name, isTable }) => [name, isTable]).sort()).toEqual([['all.zip/picture.png', false], ['all.zip/strange.csv', true]]);
  });

  test('is loaded alone when somebody says what it holds, beside those that are', async () => {
    await ingest.addTables(archive);
    const hints = { entity: 'account', columns: { alpha: 'account_name', beta: 'website' } };
    const preview = await ingest.previewFile(archive, 'all.zip/strange.csv', hints);
    expect(preview).toMatchObject({ entity: 'account', problem: null, records: [['Tailspin', 'tailspin.example']] });
    const { loaded, skipped } = await ingest.addTables(archive, { 'all.zip/strange.csv': hints }, [], 'all.zip/strange.csv');
    expect([loaded.map(({ fileName }) => fileName), skipped]).toEqual([['all.zip/strange.csv'], []]);
    expect(await queryRows(database, 'select account_name from ingest.account order by 1')).toEqual([{ account_name: 'Acme' }, { account_name: 'Tailspin' }]);
    await expect(ingest.addTables(archive, {}, [], 'all.zip/none.csv')).rejects.toMatchObject({ code: 'ingest.several-tables' });
  });
});

describe('columns of one name', () => {
  test('are numbered, past names that are there already', () => {
    expect(distinctHeaders(['Email', 'Email', 'Email (2)', 'Email', '', '', 'email'])).toEqual(['Email', 'Email (3)', 'Email (2)', 'Email (4)', '', '', 'email']);
  });

  test('are known by that name, and decided one by one', async () => {
    const people = file('Id,Email,Company,Email\n1,a@x.com,Acme,b@x.com\n2,,Acme,c@x.com\n');
    const report = await ingest.addFile(people);
    expect(report.columns.map(({ sourceColumn, columnName }) => [sourceColumn, columnName])).toEqual([['Id', 'person_id'], ['Email', 'email'], ['Company', 'company_name'], ['Email (2)', 'email']]);
    expect(await queryRows(database, 'select email from ingest.person order by source_row')).toEqual([{ email: 'a@x.com' }, { email: 'c@x.com' }]);
    await ingest.reloadFile(report.fileNo, people, { entity: 'person', leftOut: ['Email'] });
    expect(await queryRows(database, 'select email from ingest.person order by source_row')).toEqual([{ email: 'b@x.com' }, { email: 'c@x.com' }]);
  });
});

describe('what cannot be read is named with the way out:', () => {
  test.each<[string, string, Uint8Array, string, RegExp]>([
    ['an old workbook', 'book.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), 'ingest.binary', /book\.xls is an old Excel workbook\. Save it as \.xlsx/],
    ['a web page called a workbook', 'report.xls', strToU8('<html><body><table><tr><td>Account ID</td></tr></table></body></html>'), 'ingest.binary', /report\.xls is a web page or XML.*save it as \.xlsx/],
    ['a workbook in XML', 'report.xls', strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'), 'ingest.binary', /save it as \.xlsx/],
  ])('%s', async (_, name, content, code, message) => {
    await expect(ingest.addFile({ name, content })).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });
  });

  test('an Arrow file with compressed buffers', async () => {
    await expect(ingest.addFile({ name: 'people.feather', content: compressedArrow() })).rejects.toMatchObject({
      code: 'ingest.compressed',
      message: "people.feather is an Arrow file with compressed buffers (LZ4 or ZSTD), which can't be read here. Save it without compression, or as Parquet.",
    });
  });

  test('headers with signs that cannot be seen', async () => {
    expect(visible('a\u0000b\u202Ec\nd')).toBe('a·b·c·d');
    await expect(ingest.addFile(file('al\u0007pha,be\u202Eta\n1,2\n'))).rejects.toMatchObject({ message: expect.stringContaining('“al·pha”, “be·ta”') as string });
  });
});

/** A stream of one batch whose header says LZ4; no library at hand writes such a one. */
function compressedArrow(): Uint8Array {
  const schema = tableToIPC(new Table({ Id: vectorFromArray(['1']) }), 'stream');
  const builder = new Builder();
  const compression = BodyCompression.createBodyCompression(builder, 0, 0);
  RecordBatch.startRecordBatch(builder);
  RecordBatch.addLength(builder, 1n);
  RecordBatch.addCompression(builder, compression);
  const batch = RecordBatch.endRecordBatch(builder);
  Message.startMessage(builder);
  Message.addVersion(builder, 4);
  Message.addHeaderType(builder, 3);
  Message.addHeader(builder, batch);
  builder.finish(Message.endMessage(builder));
  const head = builder.asUint8Array();
  const length = Math.ceil(head.length / 8) * 8;
  // A message begins with a mark and its length; the first one is the schema's.
  const first = 8 + new DataView(schema.buffer, schema.byteOffset).getInt32(4, true);
  const bytes = new Uint8Array(first + 8 + length);
  bytes.set(schema.subarray(0, first));
  new DataView(bytes.buffer).setInt32(first, -1, true);
  new DataView(bytes.buffer).setInt32(first + 4, length, true);
  bytes.set(head, first + 8);
  return bytes;
}
