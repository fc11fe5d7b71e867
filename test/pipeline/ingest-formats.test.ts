import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterAll(() => database.close());

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Loads a file, gives its rows of one table, and takes it out again. */
async function rowsOf(content: Uint8Array, columns: string, name = 'file.csv'): Promise<Row[]> {
  const report = await ingest.addFile({ name, content });
  const rows = await queryRows(database, `select ${columns} from ingest.${report.entity} order by source_row`);
  await ingest.removeFile(report.fileNo);
  return rows;
}

describe('however a file is written, it is read the same', () => {
  const csv = 'account_id,account_name\na1,Müller\na2,"Société, S.A."\n';
  const rows = [{ account_id: 'a1', account_name: 'Müller' }, { account_id: 'a2', account_name: 'Société, S.A.' }];
  const utf16 = (isBig: boolean): Uint8Array => {
    const buffer = Buffer.from(`\ufeff${csv}`, 'utf16le');
    return new Uint8Array(isBig ? buffer.swap16() : buffer);
  };
  test.each<[string, Uint8Array]>([
    ['UTF-8', encode(csv)],
    ['UTF-8 with a byte order mark', encode(`\ufeff${csv}`)],
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
    ['Latin-1', new Uint8Array(Buffer.from(csv, 'latin1'))],
    ['gzip', new Uint8Array(gzipSync(csv))],
    ['Windows line ends', encode(csv.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', encode(csv.replaceAll('\n', '\r'))],
    ['line ends of both kinds', encode(csv.replace('\n', '\r\n'))],
    ['no line end at the end', encode(csv.trimEnd())],
    ['semicolons', encode('account_id;account_name\na1;Müller\na2;Société, S.A.\n')],
    ['tabs', encode('account_id\taccount_name\na1\tMüller\na2\tSociété, S.A.\n')],
    ['pipes', encode('account_id|account_name\na1|Müller\na2|Société, S.A.\n')],
    ['everything quoted', encode('"account_id","account_name"\n"a1","Müller"\n"a2","Société, S.A."\n')],
    ['backslashes before quotes', encode('account_id,account_name,industry\na1,Müller,"the \\"best\\" one"\na2,"Société, S.A.",x\n')],
    ["a report's title above", encode(`Accounts by region\n\nGenerated 2026-09-30\n${csv}`)],
    ["Excel's hint above", encode('sep=;\naccount_id;account_name\na1;Müller\na2;Société, S.A.\n')],
    ['blanks around values', encode('account_id , account_name\na1 ,  Müller \na2,"Société, S.A. "\n')],
    ['two headers of one name', encode('account_id,account_name,account_name\na1,Müller,x\na2,,"Société, S.A."\n')],
    ['headers of no name', encode('account_id,account_name,,\na1,Müller,x,y\na2,"Société, S.A.",z,\n')],
  ])('%s', async (_, content) => {
    expect(await rowsOf(content, 'account_id, account_name')).toEqual(rows);
  });
});

test('a gzipped file may be called so', async () => {
  const csv = gzipSync('account_id,account_name\na1,Acme\n');
  expect(await rowsOf(new Uint8Array(csv), 'account_id', 'accounts.csv.gz')).toEqual([{ account_id: 'a1' }]);
});

test('what exports write for nothing is nothing', async () => {
  const nothing = ['', 'null', 'NULL', 'N/A', '#N/A', '-', ' ', '""'];
  const csv = `account_id,account_name,industry\n${nothing.map((text, at) => `a${at},Acme,${text}`).join('\n')}\n`;
  expect(await rowsOf(encode(csv), 'industry')).toEqual(nothing.map(() => ({ industry: null })));
});

describe('dates are UTC, in the format of their column', () => {
  const day = new Date('2026-01-31T00:00:00Z');
  const noon = new Date('2026-01-31T12:30:00Z');
  test.each<[string, string[], Date[]]>([
    ['ISO', ['2026-01-31', '2026-01-31 12:30:00'], [day, noon]],
    ['ISO with a zone', ['2026-01-31T12:30:00Z', '2026-01-31T14:30:00+02:00', '2026-01-31T12:30:00.000+0000'], [noon, noon, noon]],
    ['American', ['1/31/2026', '1/31/2026 12:30 PM', '1/31/26'], [day, noon, day]],
    ['British', ['31/01/2026', '31/1/2026 12:30', '31/01/26'], [day, noon, day]],
    ['German', ['31.01.2026', '31.1.2026 12:30', '31.01.26'], [day, noon, day]],
    ['in words', ['Jan 31, 2026', '31 Jan 2026', '31-Jan-2026'], [day, day, day]],
    ['compact', ['20260131', '20260131'], [day, day]],
    ['seconds since 1970', ['1769862600', '1769817600'], [noon, day]],
    ['milliseconds since 1970', ['1769862600000', '1769817600000'], [noon, day]],
  ])('%s', async (_, values, dates) => {
    const csv = `account_id,account_name,created_at\n${values.map((value, at) => `a${at},Acme,"${value}"`).join('\n')}\n`;
    expect((await rowsOf(encode(csv), 'created_at')).map((row) => row.created_at)).toEqual(dates);
  });

  test('one day after the twelfth tells the order of the whole column, wherever it stands', async () => {
    const far = Array.from({ length: 30_000 }, (_, at) => `a${at},Acme and a long enough name to fill the page,3/4/2026`);
    far[17_000] = 'b,Acme,25/4/2026';
    const csv = `account_id,account_name,created_at\n${far.join('\n')}\n`;
    const rows = await rowsOf(encode(csv), 'distinct created_at, 0 as source_row');
    expect(rows.map((row) => row.created_at)).toEqual(expect.arrayContaining([new Date('2026-04-03'), new Date('2026-04-25')]));
    expect(rows.length).toBe(2);
  });

  test('an infinite date is no date', async () => {
    const csv = 'account_id,account_name,created_at\na1,Acme,2026-01-01\na2,Bolt,infinity\n';
    expect((await rowsOf(encode(csv), 'created_at'))[1]).toEqual({ created_at: null });
  });
});

describe('numbers are read as people write them', () => {
  test.each<[string, string[], (number | null)[]]>([
    ['with a point', ['1234.5', '1,234.50', '$1,234.50', '(12)', '-3', '10k', '2.5M', 'USD 40'], [1234.5, 1234.5, 1234.5, -12, -3, 10_000, 2_500_000, 40]],
    ['with a comma', ['1234,5', '1.234,50', '1.234,50 €', '-3,25', '1 000 000,00'], [1234.5, 1234.5, 1234.5, -3.25, 1_000_000]],
    ['not at all', ['abc', 'inf', 'nan'], [null, null, null]],
  ])('%s', async (_, values, numbers) => {
    const csv = `account_id,account_name,annual_revenue\n${values.map((value, at) => `a${at},Acme,"${value}"`).join('\n')}\n`;
    expect((await rowsOf(encode(csv), 'annual_revenue')).map((row) => row.annual_revenue)).toEqual(numbers);
  });

  test('a range of employees counts as its low end', async () => {
    const csv = 'account_id,account_name,employees\na1,A,51-200\na2,B,"1,001-5,000"\na3,C,"10,000+"\na4,D,"1,200"\na5,E,12.0\n';
    expect((await rowsOf(encode(csv), 'employees')).map((row) => row.employees)).toEqual([51, 1001, 10_000, 1200, 12]);
  });

  test('ids, phones and postal codes keep their zeros', async () => {
    const csv = 'person_id,email,phone,company\n007,a@b.com,0049 89,0815\n';
    expect(await rowsOf(encode(csv), 'person_id, phone, company_name')).toEqual([{ person_id: '007', phone: '0049 89', company_name: '0815' }]);
  });
});

test('a Marketo activity tells its page, link and status from its attributes, in both notations', async () => {
  const csv = [
    'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes',
    'g1,1,2026-01-31T12:30:00Z,1,,5,/pricing,"{""Webpage URL"":""/pricing?x=1"",""User Agent"":""a \\""quoted\\"" one""}"',
    'g2,1,2026-01-31T12:30:00Z,104,9,5,Webinar,"[{""name"":""New Status"",""value"":""Attended""},{""name"":""Old Status"",""value"":""Registered""}]"',
  ].join('\n');
  expect(await rowsOf(encode(csv), 'person_id, activity_type, asset, url, status, campaign_id')).toEqual([
    { person_id: '1', activity_type: '1', asset: '/pricing', url: '/pricing?x=1', status: null, campaign_id: null },
    { person_id: '1', activity_type: '104', asset: 'Webinar', url: null, status: 'Attended', campaign_id: '9' },
  ]);
});

test('the header is the first line that holds column names, though a later one holds more', async () => {
  const csv = 'id,label,Company\n1,x,Acme\n2,email,Website\n3,Phone,Industry\n';
  expect(await rowsOf(encode(csv), 'account_name')).toEqual([{ account_name: 'Acme' }, { account_name: 'Website' }, { account_name: 'Industry' }]);
});

test('days and months that nothing tells apart are flagged, and no others', async () => {
  const said = async (dates: string[]): Promise<string> => {
    const report = await ingest.addFile({ name: 'dates.csv', content: encode(`account_id,account_name,created_at\n${dates.map((date, at) => `a${at},Acme,${date}`).join('\n')}\n`) });
    await ingest.removeFile(report.fileNo);
    return report.columns.find(({ columnName }) => columnName === 'created_at')?.reason ?? '';
  };
  expect(await said(['3/4/2026', '12/11/2026'])).toContain('could be day first; read as month first');
  expect(await said(['3/4/2026', '25/11/2026'])).not.toContain('could be');
  expect(await said(['2026-03-04'])).not.toContain('could be');
});

test('a log of form submissions without a type column tells the type by its kind', async () => {
  const csv = 'timestamp,form_id,contact_id,page_url,title\n2026-01-31 12:30:00,7,c1,https://acme.example/news,Newsletter\n';
  expect(await rowsOf(encode(csv), 'person_id, activity_type, asset')).toEqual([{ person_id: 'c1', activity_type: 'form submission', asset: 'Newsletter' }]);
});

test('one record with too many values is not taken for the header of those above it', async () => {
  const report = await ingest.addFile({ name: 'odd.csv', content: encode('i,j\n1,1\n2,2\n7,7,3\n5,5\n') }, { entity: 'account', isPlain: true });
  await ingest.removeFile(report.fileNo);
  expect({ records: report.records, rejected: report.rejected, columns: report.columns.map(({ sourceColumn }) => sourceColumn) }).toEqual({ records: 4, rejected: 1, columns: ['i', 'j'] });
});
