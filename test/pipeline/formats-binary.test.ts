import { DataType, Field, Float64, Int32, List, Struct, Table, tableFromArrays, tableToIPC, TimestampMillisecond, Utf8, vectorFromArray } from 'apache-arrow';
import { Table as ParquetTable, writeParquet, WriterPropertiesBuilder } from 'parquet-wasm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { workbook } from './workbook';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterAll(() => database.close());
afterEach(async () => {
  for (const { fileNo } of ingest.files) await ingest.removeFile(fileNo);
  const tables = await queryRows(database, "select table_name from duckdb_tables() where schema_name = 'ingest' order by 1");
  expect(tables.map((row) => row.table_name)).toEqual(['column_map', 'file', 'reject']);
});

const rows = (sql: string): Promise<Row[]> => queryRows(database, sql);

describe('a workbook is its sheets', () => {
  test('each sheet of ours is a table from its header on, with dates, numbers and the values of formulas', async () => {
    const content = workbook({
      Cover: [['Quarterly export'], [null], ['made for you']],
      'Key accounts': [
        ['Accounts by region', null, null],
        [null],
        ['Account ID', 'Account\nName', 'Employees', 'Annual Revenue', 'Created Date', 'Is Competitor'],
        ['a1', 'Müller "GmbH", <b>', 12, 1.234, { date: 46053 }, true],
        ['007', { formula: 'CONCAT("x")', value: '=cmd|calc' }, 51, 1_500_000, { date: 46053.520833333336 }, false],
        [null, null, null, null, null, null],
        ['a3', 'Last', { error: '#N/A' }, null, null, null],
        [null],
      ],
      People: [['Contact ID', 'Email', 'Account ID'], ['p1', 'ada@acme.com', 'a1']],
    });
    const report = await ingest.addTables({ name: 'book.xlsx', content });
    expect(report.loaded.map(({ fileName, entity, records, rejected }) => [fileName, entity, records, rejected])).toEqual([
      ['book.xlsx/Key accounts', 'account', 4, 1],
      ['book.xlsx/People', 'person', 1, 0],
    ]);
    expect(report.skipped).toEqual([{ name: 'book.xlsx/Cover', reason: 'book.xlsx/Cover has no column that Rolecall knows.', isTable: true }]);
    expect(await rows('select source_row, account_id, account_name, employees, annual_revenue, created_at, is_competitor from ingest.account order by 1')).toEqual([
      { source_row: 1, account_id: 'a1', account_name: 'Müller "GmbH", <b>', employees: 12, annual_revenue: 1.234, created_at: new Date('2026-01-31T00:00:00Z'), is_competitor: true },
      { source_row: 2, account_id: '007', account_name: '=cmd|calc', employees: 51, annual_revenue: 1_500_000, created_at: new Date('2026-01-31T12:30:00Z'), is_competitor: false },
      { source_row: 4, account_id: 'a3', account_name: 'Last', employees: null, annual_revenue: null, created_at: null, is_competitor: null },
    ]);
  });

  test('a workbook of unknown sheets, or of empty ones, is refused with a reason', async () => {
    await expect(ingest.addTables({ name: 'stock.xlsx', content: workbook({ One: [['shelf', 'bin'], [1, 2]] }) })).rejects.toMatchObject({ code: 'ingest.unknown-columns', message: expect.stringContaining('“shelf”') });
    await expect(ingest.addTables({ name: 'none.xlsx', content: workbook({ One: [] }) })).rejects.toMatchObject({ code: 'ingest.empty' });
  });

  test('a workbook with a password is refused, saying so; an old one too', async () => {
    const container = new Uint8Array(4096);
    container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await expect(ingest.addFile({ name: 'old.xls', content: container })).rejects.toMatchObject({ code: 'ingest.binary', message: expect.stringContaining('old Excel') });
    container.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1024);
    await expect(ingest.addFile({ name: 'secret.xlsx', content: container })).rejects.toMatchObject({ code: 'ingest.encrypted', message: expect.stringContaining('password') });
  });
});

const nested = [
  { accountKey: { sourceKey: 'a1' }, accountName: 'Müller', accountOrganization: { numberOfEmployees: 12, annualRevenue: { amount: 1.234 } }, created: new Date('2026-01-31T12:30:00Z'), tags: ['x', 'y'], parts: [{ key: 'k1' }, { key: 'k2' }] },
  { accountKey: { sourceKey: 'a2' }, accountName: 'N/A', accountOrganization: { numberOfEmployees: null, annualRevenue: { amount: Number.NaN } }, created: null, tags: [], parts: [] },
];
const records = nested.map(({ accountKey, accountName, accountOrganization, created, tags, parts }) => ({ accountKey, accountName, accountOrganization, 'Created Date': created, tags, parts }));

const struct = (fields: Record<string, DataType>) => new Struct(Object.entries(fields).map(([name, type]) => new Field(name, type, true)));
const list = (type: DataType) => new List(new Field('item', type, true));
const types: Record<string, DataType> = {
  accountKey: struct({ sourceKey: new Utf8() }),
  accountName: new Utf8(),
  accountOrganization: struct({ numberOfEmployees: new Int32(), annualRevenue: struct({ amount: new Float64() }) }),
  'Created Date': new TimestampMillisecond(),
  tags: list(new Utf8()),
  parts: list(struct({ key: new Utf8() })),
};

function arrowTable(names = Object.keys(types)): Table {
  // Each key of the types is one of the records.
  const columns = names.map((name) => [name, vectorFromArray(records.map((each) => each[name as keyof typeof each]) as unknown[], types[name] as DataType)] as const);
  return new Table(Object.fromEntries(columns));
}

const expected = [
  { account_id: 'a1', account_name: 'Müller', employees: 12, annual_revenue: 1.234, created_at: new Date('2026-01-31T12:30:00Z'), custom_tags: 'x;y', custom_parts_0_key: 'k1', custom_parts_1_key: 'k2' },
  { account_id: 'a2', account_name: null, employees: null, annual_revenue: null, created_at: null, custom_tags: null, custom_parts_0_key: null, custom_parts_1_key: null },
];

const parquet = (stream: Uint8Array, rowGroup = 1_000_000): Uint8Array =>
  writeParquet(ParquetTable.fromIPCStream(stream), new WriterPropertiesBuilder().setMaxRowGroupSize(rowGroup).build());

describe('Parquet and Arrow are tables with types', () => {
  test.each<[string, () => Uint8Array | Blob]>([
    ['an Arrow stream', () => tableToIPC(arrowTable(), 'stream')],
    ['an Arrow file', () => tableToIPC(arrowTable(), 'file')],
    ['Parquet', () => parquet(tableToIPC(arrowTable(), 'stream'))],
    ['Parquet in two row groups, in a Blob', () => new Blob([parquet(tableToIPC(arrowTable(), 'stream'), 1).slice()])],
  ])('%s, nested, is flat by dotted paths', async (_, content) => {
    const { fileNo, rejected } = await ingest.addFile({ name: 'accounts.data', content: content() });
    expect(rejected).toBe(0);
    const columns = 'account_id, account_name, employees, annual_revenue, created_at, custom_tags, custom_parts_0_key, custom_parts_1_key';
    expect(await rows(`select ${columns} from ingest.account_${fileNo} order by source_row`)).toEqual(expected);
  });

  test('many row groups keep the order of the file', async () => {
    const count = 5_000;
    const ids = Array.from({ length: count }, (_, at) => `p${at}`);
    const table = tableFromArrays({ person_id: ids, email: ids.map((id) => `${id}@acme.com`), person_score: Float64Array.from(ids, (_, at) => at / 8) });
    const report = await ingest.addFile({ name: 'people.parquet', content: parquet(tableToIPC(table, 'stream'), 700) });
    expect([report.records, report.rejected]).toEqual([count, 0]);
    expect(await rows("select count(*) as n, count(*) filter (where person_id = 'p' || (source_row - 1) and person_score = (source_row - 1) / 8) as right_ones from ingest.person")).toEqual([{ n: count, right_ones: count }]);
  });

  test('columns whose names differ by case only are both read', async () => {
    const name = (text: string) => vectorFromArray([text, null], new Utf8());
    const table = new Table({ account_id: name('a1'), 'Account Name': name('A'), 'account name': name('B'), ACCOUNT_ID: name('a2') });
    const { fileNo } = await ingest.addFile({ name: 'accounts.arrow', content: tableToIPC(table, 'stream') });
    expect(await rows(`select account_id, account_name from ingest.account_${fileNo}`)).toEqual([{ account_id: 'a1', account_name: 'A' }]);
  });

  test('a file that breaks off, is empty or is of other columns is refused', async () => {
    const stream = tableToIPC(arrowTable(), 'stream');
    const whole = parquet(stream);
    await expect(ingest.addFile({ name: 'cut.parquet', content: whole.slice(0, 500) })).rejects.toMatchObject({ code: 'ingest.broken-file', message: expect.stringContaining('cut.parquet') });
    await expect(ingest.addFile({ name: 'cut.arrow', content: tableToIPC(arrowTable(), 'file').slice(0, 900) })).rejects.toMatchObject({ code: expect.stringMatching(/ingest\.(broken-file|header-only)/) });
    await expect(ingest.addFile({ name: 'none.parquet', content: parquet(tableToIPC(tableFromArrays({ account_id: [] as string[] }), 'stream')) })).rejects.toMatchObject({ code: expect.stringMatching(/ingest\./) });
    await expect(ingest.addFile({ name: 'other.parquet', content: parquet(tableToIPC(tableFromArrays({ shelf: ['a'], bin: [1] }), 'stream')) })).rejects.toMatchObject({ code: 'ingest.unknown-columns' });
  });
});
