import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { profileTable } from '../../src/pipeline/1-ingest/profile';

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

const file = (text: string, name = 'people.csv') => ({ name, content: new TextEncoder().encode(text) });
const people = file('Id,Email,Company,Job,Joined,Notes\n1,a@x.com,Acme,VP Sales,03/04/2026,007\n2,b@x.com,Acme,CTO,05/04/2026,\n');

describe('a file that is read again', () => {
  test('takes the place of its first reading, column by column as told', async () => {
    const first = await ingest.addFile(people);
    expect(await queryRows(database, 'select department from ingest.person')).toEqual([{ department: null }, { department: null }]);
    const again = await ingest.reloadFile(first.fileNo, people, { entity: 'person', columns: { Notes: 'department' } });
    expect(await queryRows(database, 'select file_no, department from ingest.person order by source_row')).toEqual([
      { file_no: again.fileNo, department: '007' },
      { file_no: again.fileNo, department: null },
    ]);
    expect(ingest.files).toEqual([again]);
    expect(await queryRows(database, 'select distinct file_no from ingest.column_map')).toEqual([{ file_no: again.fileNo }]);
  });

  test('stays as it was when the corrections do not work', async () => {
    const first = await ingest.addFile(people);
    const columns = { Id: null, Email: null, Company: null };
    await expect(ingest.reloadFile(first.fileNo, people, { entity: 'campaign_cost', columns })).rejects.toMatchObject({ code: 'ingest.unknown-columns' });
    expect(ingest.files).toEqual([first]);
    expect(await queryRows(database, 'select count(*) as n from ingest.person')).toEqual([{ n: 2 }]);
  });

  test('may become another entity', async () => {
    const first = await ingest.addFile(people);
    await ingest.reloadFile(first.fileNo, people, { entity: 'account', columns: { Company: 'account_name' } });
    expect(await queryRows(database, 'select (select count(*) from ingest.person) as people, (select count(*) from ingest.account) as accounts')).toEqual([{ people: 0, accounts: 2 }]);
  });

  test('leaves out a column that nobody wants', async () => {
    const { fileNo } = await ingest.addFile(people);
    const report = await ingest.reloadFile(fileNo, people, { entity: 'person', leftOut: ['Notes', 'Email'] });
    const columns = (await queryRows(database, `describe ingest.person_${report.fileNo}`)).map((row) => row.column_name);
    expect(columns).not.toContain('custom_notes');
    expect(columns).not.toContain('email');
    expect(report.columns.find(({ sourceColumn }) => sourceColumn === 'Notes')).toMatchObject({ columnName: null, storedAs: null, reason: 'left out' });
  });

  test('holds a custom column in the type that was chosen for it', async () => {
    const { fileNo } = await ingest.addFile(people);
    const report = await ingest.reloadFile(fileNo, people, { types: { Notes: 'double' } });
    expect(await queryRows(database, `select custom_notes from ingest.person_${report.fileNo} order by source_row`)).toEqual([{ custom_notes: 7 }, { custom_notes: null }]);
  });
});

describe('dates of which nothing tells day from month', () => {
  const accounts = file('Account ID,Account Name,Created Date\na1,Acme,03/04/2026\na2,Bolt,05/04/2026\n', 'accounts.csv');
  const created = 'select strftime(created_at, \'%Y-%m-%d\') as day from ingest.account order by source_row';

  test('are read the usual way and asked about', async () => {
    const report = await ingest.addFile(accounts);
    expect(report.columns[2]).toMatchObject({ dateFormat: 'month-first', isDateUnsure: true });
    expect(await queryRows(database, created)).toEqual([{ day: '2026-03-04' }, { day: '2026-05-04' }]);
  });

  test('are read as told, and then asked about no more', async () => {
    const { fileNo } = await ingest.addFile(accounts);
    const report = await ingest.reloadFile(fileNo, accounts, { dates: { 'Created Date': 'day-first' } });
    expect(report.columns[2]).toMatchObject({ dateFormat: 'day-first', isDateUnsure: false });
    expect(await queryRows(database, created)).toEqual([{ day: '2026-04-03' }, { day: '2026-04-05' }]);
  });

  test('are not asked about when one day after the 12th tells', async () => {
    const report = await ingest.addFile(file('Account ID,Account Name,Created Date\na1,Acme,03/04/2026\na2,Bolt,05/24/2026\n'));
    expect(report.columns[2]).toMatchObject({ dateFormat: 'month-first', isDateUnsure: false });
  });
});

test('a value that was left empty is counted beside the records that were left out', async () => {
  const report = await ingest.addFile(file('Account ID,Account Name,Employees\na1,Acme,many\na2,Bolt,12\na3,"Cube",7,extra\n'));
  expect(report).toMatchObject({ records: 3, rejected: 1, unread: 1 });
});

describe('a look at a file', () => {
  test('shows its records as they stand beside what becomes of them, and loads nothing', async () => {
    const text = 'Account ID,Account Name,Employees,Colour\na1,Acme,"1,200",red\na2,Bolt,many,N/A\na3,Cube,7,blue,extra\na4,Dart\n';
    const preview = await ingest.previewFile(file(text), 'people.csv', {});
    expect(preview.records[2]).toEqual(['a3', 'Cube', '7', 'blue', 'extra']);
    expect(preview.targets.map(({ name, type }) => `${name} ${type}`)).toEqual(['account_id text', 'account_name text', 'employees integer', 'custom_colour text']);
    expect(preview.rows).toEqual([
      { isLeftOut: false, values: ['a1', 'Acme', 1200, 'red'], unread: [] },
      { isLeftOut: false, values: ['a2', 'Bolt', null, null], unread: ['employees'] },
      { isLeftOut: true, values: [null, null, null, null], unread: [] },
      { isLeftOut: false, values: ['a4', 'Dart', null, null], unread: [] },
    ]);
    expect(preview.nullTexts).toContain('N/A');
    expect(ingest.files).toEqual([]);
  });

  test('follows the corrections before they are applied', async () => {
    const preview = await ingest.previewFile(people, people.name, { entity: 'person', columns: { Job: 'job_title' }, leftOut: ['Notes'] });
    expect(preview.targets.map(({ name }) => name)).toContain('job_title');
    expect(preview.columns.map(({ columnName }) => columnName)).toEqual(['person_id', 'email', 'company_name', 'job_title', null, null]);
  });

  test('says why nobody understands it, and can be helped', async () => {
    const strange = file('alpha,beta\nAcme,acme.com\n', 'strange.csv');
    const preview = await ingest.previewFile(strange, strange.name, {});
    expect(preview).toMatchObject({ entity: null, headers: ['alpha', 'beta'], rows: [] });
    expect(preview.problem).toContain("can't tell what strange.csv holds");
    const helped = await ingest.previewFile(strange, strange.name, { entity: 'account', columns: { alpha: 'account_name', beta: 'website' } });
    expect(helped).toMatchObject({ entity: 'account', problem: null });
    expect((await ingest.addFile(strange, { entity: 'account', columns: { alpha: 'account_name', beta: 'website' } })).entity).toBe('account');
  });
});

test('what is not loaded says so, and what is unpacked says into what', async () => {
  const report = await ingest.addFile(file('marketoGUID,leadId,activityDate,activityTypeId,attributes\n1,2,2026-01-02T03:04:05Z,1,"{""Webpage URL"":""/x""}"\n', 'activities.csv'));
  expect(report.columns.map(({ storedAs, reason }) => storedAs ?? reason)).toEqual(['no column of ours; not loaded', 'person_id', 'occurred_at', 'activity_type', 'unpacked into status, url, platform']);
});

describe('a profile', () => {
  test('tells of each column how full it is, what is frequent, and how it spreads', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `a${at},Acme ${at},${at % 4 === 0 ? '' : at % 2 === 0 ? 'Retail' : 'Bank'},${at},2026-01-${String(at % 28 + 1).padStart(2, '0')}`);
    const { fileNo } = await ingest.addFile(file(`Account ID,Account Name,Industry,Employees,Created Date\n${rows.join('\n')}\n`));
    const profile = await ingest.profileFile(fileNo);
    expect(profile).toMatchObject({ rows: 40, sampled: 40 });
    const of = (name: string) => profile.columns.find((column) => column.name === name);
    expect(of('industry')).toMatchObject({ filled: 30, distinct: 2, top: [{ value: 'Bank', count: 20 }, { value: 'Retail', count: 10 }], histogram: null });
    expect(of('employees')).toMatchObject({ filled: 40, distinct: 40, min: '0', max: '39' });
    expect(of('employees')?.histogram).toHaveLength(12);
    expect(of('employees')?.histogram?.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(of('created_at')?.histogram?.reduce((sum, count) => sum + count, 0)).toBe(40);
  });

  test('of a column that is empty or of one value is no trouble', async () => {
    const { fileNo } = await ingest.addFile(file('Account ID,Account Name,Industry,Employees\na1,Acme,,5\n'));
    const profile = await ingest.profileFile(fileNo);
    expect(profile.columns.find(({ name }) => name === 'industry')).toMatchObject({ filled: 0, distinct: 0, top: [], min: null });
    expect(profile.columns.find(({ name }) => name === 'employees')?.histogram).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('of a thousand columns is made too', async () => {
    const headers = ['Account ID', 'Account Name', ...Array.from({ length: 1000 }, (_, at) => `extra ${at}`)];
    const { fileNo } = await ingest.addFile(file(`${headers.join(',')}\n${headers.map(() => 'x').join(',')}\n`));
    expect((await ingest.profileFile(fileNo)).columns).toHaveLength(1002);
  });

  test('of a long file is made from a sample, and says so', async () => {
    await database.run("create or replace table ingest.long as select 1 as file_no, range::integer as source_row, 'n' || (range % 4) as name from range(450000)");
    const { rows, sampled, columns } = await profileTable(database, { table: 'ingest.long', packed: {} });
    await database.run('drop table ingest.long');
    expect(rows).toBe(450_000);
    expect(sampled).toBeGreaterThan(140_000);
    expect(sampled).toBeLessThan(160_000);
    expect(columns[0]).toMatchObject({ filled: sampled, distinct: 4 });
  });
});

describe('what stands around the records', () => {
  test('above the header is counted, apart from the records', async () => {
    const titled = file('Contacts of 2026\nby Ada\n\nId,Email,Company\n1,a@x.com,Acme\n2,b@x.com,Acme\nGrand total,,\n');
    const report = await ingest.addFile(titled);
    expect(report).toMatchObject({ records: 3, rejected: 1, skipped: 3, isCutShort: false });
    expect(await queryRows(database, 'select records, rejected, skipped from ingest.file')).toEqual([{ records: 3, rejected: 1, skipped: 3 }]);
    expect((await ingest.previewFile(titled, 'people.csv', {})).above).toEqual(['Contacts of 2026', 'by Ada', '']);
  });

  test.each<[string, string, number]>([
    ['in the middle of a record', 'Id,Email,Company\n1,a@x.com,Acme\n2,b@x.com,Acme\n3,c@x.c', 1],
    ['in the middle of the first value', 'Id,Email,Company\n1,a@x.com,Acme\n2,b@x.com,Acme\n3', 1],
    ['after a whole record, without a line end', 'Id,Email,Company\n1,a@x.com,Acme\n2,b@x.com,Acme', 0],
    ['in the middle of the last value, which nobody can tell', 'Id,Email,Company\n1,a@x.com,Acme\n2,b@x.com,Ac', 0],
    ['in a short record with a line end', 'Id,Email,Company\n1,a@x.com,Acme\n3,c@x.com\n', 0],
    ['in a short record among others', 'Id,Email,Company\n1,a@x.com\n2,b@x.com\n3,c@x.com', 0],
  ])('a file that ends %s loses that one, by name', async (_, text, lost) => {
    const report = await ingest.addFile(file(text));
    expect(report).toMatchObject({ rejected: lost, isCutShort: lost > 0 });
    expect(await queryRows(database, `select count(*) as n from ingest.person`)).toEqual([{ n: report.records - lost }]);
    const reasons = await queryRows(database, 'select source_row, reason from ingest.reject');
    expect(reasons).toEqual(lost > 0 ? [{ source_row: 3, reason: 'the file ends in the middle of this record' }] : []);
  });
});
