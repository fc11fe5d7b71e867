import { strToU8, zipSync, type Zippable } from 'fflate';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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
afterEach(async () => {
  for (const { fileNo } of ingest.files) await ingest.removeFile(fileNo);
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (files: Zippable): Uint8Array => zipSync(files);
const rows = (sql: string): Promise<Row[]> => queryRows(database, sql);
const accounts = 'account_id,account_name\na1,Müller\na2,"Société, S.A."\n';
const people = 'person_id,email,account_id\np1,ada@acme.com,a1\n';

describe('an archive is its files', () => {
  test('each member that is a table is loaded under its own name, the others are named', async () => {
    const content = zip({
      'crm/accounts.csv': strToU8(accounts),
      'people.csv.gz': gzipSync(people),
      'readme.txt': strToU8('Dear reader\nthis is no table\n'),
      'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      '__MACOSX/._people.csv': strToU8('x'),
      'inner.zip': zip({ 'more.csv': strToU8('account_id,account_name\na3,Third\n') }),
    });
    const report = await ingest.addTables({ name: 'export.zip', content });
    expect(report.loaded.map(({ fileName, entity, records }) => [fileName, entity, records])).toEqual([
      ['export.zip/crm/accounts.csv', 'account', 2],
      ['export.zip/people.csv.gz', 'person', 1],
      ['export.zip/inner.zip/more.csv', 'account', 1],
    ]);
    expect(report.skipped.map(({ name }) => name).sort()).toEqual(['export.zip/logo.png', 'export.zip/readme.txt']);
    expect(report.skipped.map(({ reason }) => reason).join(' ')).toMatch(/PNG.*can't tell what export\.zip\/readme\.txt holds/);
    expect(await rows('select account_name from ingest.account order by 1')).toEqual([{ account_name: 'Müller' }, { account_name: 'Société, S.A.' }, { account_name: 'Third' }]);
  });

  test('one table in an archive can be added like any file', async () => {
    const report = await ingest.addFile({ name: 'a.zip', content: new Blob([zip({ 'accounts.csv': strToU8(accounts) }).slice()]) });
    expect([report.fileName, report.records]).toEqual(['a.zip/accounts.csv', 2]);
    await expect(ingest.addFile({ name: 'b.zip', content: zip({ 'accounts.csv': strToU8(accounts), 'people.csv': strToU8(people) }) })).rejects.toMatchObject({ code: 'ingest.several-tables' });
  });
});

describe('JSON', () => {
  const nested = [
    { accountKey: { sourceKey: 'a1@crm.Salesforce' }, accountName: 'Müller', accountOrganization: { numberOfEmployees: 12, annualRevenue: { amount: 1.234 } }, tags: ['x', 'y'] },
    { accountKey: { sourceKey: 'a2@crm.Salesforce' }, accountName: 'a "quoted"\nname, with commas', accountOrganization: { website: 'b.example' }, tags: [] },
  ];
  const expected = [
    { account_id: 'a1@crm.Salesforce', account_name: 'Müller', employees: 12, annual_revenue: 1.234, website: null, custom_tags: 'x;y' },
    { account_id: 'a2@crm.Salesforce', account_name: 'a "quoted"\nname, with commas', employees: null, annual_revenue: null, website: 'b.example', custom_tags: null },
  ];
  const columns = 'account_id, account_name, employees, annual_revenue, website';
  test.each<[string, string]>([
    ['a list', JSON.stringify(nested)],
    ['a list over many lines', `\ufeff\n${JSON.stringify(nested, null, 2)}\n`],
    ['an answer with records', JSON.stringify({ totalSize: 2, done: true, records: nested })],
    ['records line by line', nested.map((each) => JSON.stringify(each)).join('\n')],
    ['records line by line, with blank ones', `${nested.map((each) => JSON.stringify(each)).join('\r\n\r\n')}\r\n`],
  ])('%s is flat by dotted paths', async (_, text) => {
    const { fileNo, entity } = await ingest.addFile({ name: 'accounts.json', content: encode(text) });
    expect(entity).toBe('account');
    expect(await rows(`select ${columns}, custom_tags from ingest.account_${fileNo} order by source_row`)).toEqual(expected);
  });

  test('a broken line of NDJSON is a reject with its number, and the others stay', async () => {
    const lines = ['{"account_id":"a1","account_name":"A"}', '{"account_id":"a2",', '[1]', '{"account_id":"a4","account_name":"D"}', '{"account_id":"a5","acc'];
    const report = await ingest.addFile({ name: 'accounts.ndjson', content: encode(lines.join('\n')) });
    expect([report.records, report.rejected]).toEqual([5, 3]);
    expect(await rows('select source_row, value, reason from ingest.reject order by 1')).toEqual([
      { source_row: 2, value: lines[1], reason: 'not a JSON record' },
      { source_row: 3, value: '[1]', reason: 'not a JSON record' },
      { source_row: 5, value: lines[4], reason: 'not a JSON record' },
    ]);
    expect(await rows('select source_row, account_id from ingest.account order by 1')).toEqual([{ source_row: 1, account_id: 'a1' }, { source_row: 4, account_id: 'a4' }]);
  });

  test('JSON that breaks off or is broken is refused with the line', async () => {
    await expect(ingest.addFile({ name: 'cut.json', content: encode('[\n{"account_id":"a1","account_name":"A"},\n{"account_id"') })).rejects.toMatchObject({ code: 'ingest.broken-json', message: expect.stringContaining('breaks off in line 3') });
    await expect(ingest.addFile({ name: 'bad.json', content: encode('[\n{"account_id":"a1"},\n{"account_id" "a2"}, {"x": 1}]') })).rejects.toMatchObject({ message: expect.stringContaining('is not JSON in line 3') });
    await expect(ingest.addFile({ name: 'none.json', content: encode('{}') })).rejects.toMatchObject({ code: 'ingest.unknown-columns' });
  });

  test('an object of several lists is several tables', async () => {
    const text = JSON.stringify({ accounts: [{ account_id: 'a1', account_name: 'A' }], people: [{ person_id: 'p1', email: 'x@y.com' }] });
    const report = await ingest.addTables({ name: 'all.json', content: encode(text) });
    expect(report.loaded.map(({ fileName, entity }) => [fileName, entity])).toEqual([['all.json/accounts', 'account'], ['all.json/people', 'person']]);
  });

  test('XDM records of a person, a relation, an opportunity and an event are known by their paths', async () => {
    const xdm: Record<string, object[]> = {
      person: [{
        b2b: { personKey: { sourceKey: 'p1' }, personScore: 55, personStatus: 'MQL', companyName: 'Acme' },
        personComponents: [{ sourceAccountKey: { sourceKey: 'a1' }, sourceExternalKey: { sourceKey: 'x1' } }],
        person: { name: { firstName: 'Ada', lastName: 'Byron' } },
        extendedWorkDetails: { jobTitle: 'VP, Growth', departments: ['Marketing'] },
        workEmail: { address: 'ada@acme.com' }, workAddress: { country: 'UK' }, consents: { marketing: { email: { val: 'n' } } },
      }],
      relation: [{ accountKey: { sourceKey: 'a1' }, personKey: { sourceKey: 'p1' }, personRoles: ['Buyer', 'User'], isDirect: true }],
      opportunity: [{ opportunityKey: { sourceKey: 'o1' }, accountKey: { sourceKey: 'a1' }, opportunityName: 'Deal', opportunityStage: 'Open', opportunityAmount: { amount: 10.5 }, expectedCloseDate: '2026-05-01', isWon: false }],
      role: [{ opportunityKey: { sourceKey: 'o1' }, personKey: { sourceKey: 'p1' }, personRole: 'Champion', isPrimary: true }],
      event: [{ _id: 'e1', eventType: 'web.formFilledOut', timestamp: '2026-01-31T12:30:00Z', personKey: { sourceKey: 'p1' }, web: { fillOutForm: { webFormName: 'Demo' }, webPageDetails: { URL: 'https://a.example/x' } } }],
    };
    for (const [name, list] of Object.entries(xdm)) await ingest.addFile({ name: `${name}.json`, content: encode(JSON.stringify(list)) });
    expect(ingest.files.map(({ entity }) => entity)).toEqual(['person', 'account_person', 'opportunity', 'opportunity_contact', 'activity']);
    expect(await rows('select person_id, external_id, account_id, first_name, last_name, email, job_title, department, country, person_score, lead_status, is_opted_out, company_name from ingest.person')).toEqual([
      { person_id: 'p1', external_id: 'x1', account_id: 'a1', first_name: 'Ada', last_name: 'Byron', email: 'ada@acme.com', job_title: 'VP, Growth', department: 'Marketing', country: 'UK', person_score: 55, lead_status: 'MQL', is_opted_out: true, company_name: 'Acme' },
    ]);
    expect(await rows('select account_id, person_id, roles, is_direct from ingest.account_person')).toEqual([{ account_id: 'a1', person_id: 'p1', roles: 'Buyer;User', is_direct: true }]);
    expect(await rows('select opportunity_id, account_id, name, stage, amount, is_won from ingest.opportunity')).toEqual([{ opportunity_id: 'o1', account_id: 'a1', name: 'Deal', stage: 'Open', amount: 10.5, is_won: false }]);
    expect(await rows('select person_id, activity_type, asset, url, occurred_at from ingest.activity')).toEqual([{ person_id: 'p1', activity_type: 'web.formFilledOut', asset: 'Demo', url: 'https://a.example/x', occurred_at: new Date('2026-01-31T12:30:00Z') }]);
  });

  test("a Marketo activity's attributes tell its link as they do in its CSV", async () => {
    const act = { marketoGUID: 'g', leadId: 1, activityDate: '2026-01-31T12:30:00Z', activityTypeId: 1, primaryAttributeValue: '/pricing', attributes: [{ name: 'Webpage URL', value: '/pricing?x=1' }] };
    await ingest.addFile({ name: 'activities.json', content: encode(JSON.stringify({ result: [act] })) });
    expect(await rows('select person_id, activity_type, url from ingest.activity')).toEqual([{ person_id: '1', activity_type: '1', url: '/pricing?x=1' }]);
  });
});

