import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { findingsSql, toFindings } from '../../src/notebook/import/findings';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  const add = (name: string, lines: string[]) => ingest.addFile({ name, content: new TextEncoder().encode(`${lines.join('\n')}\n`) });
  await add('accounts.csv', ['account_id,account_name,parent_account_id', 'a1,Initech Software,a2', 'a2,Bolt,a1', 'a3,Crane,Nobody Knows', 'a4,Dorn,']);
  await add('products.csv', ['product,series,sales_price', 'GTX Pro,GTX,4821']);
  await add('deals.csv', [
    'opportunity_id,account_id,stage,amount,product',
    'o1,a1,Open,1,GTXPro', 'o2,a1,Open,2,GTXPro', 'o3,a1,Open,3,GTX Pro', 'o4,,Open,4,GTXPro', 'o5,,Open,5,growthsuite', 'o6,a9,Open,6,', 'o7,Initech Softwares Inc,Open,7,',
  ]);
  await add('people.csv', ['person_id,company_name,email', 'p1,Initech Sofware,x@one.example', 'p2,Initech Sofware,y@one.example', 'p3,Initech Software,z@one.example']);
  await add('clean.csv', ['person_id,account_id,email', 'p4,a4,w@one.example']);
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });
});
afterAll(() => database.close());

const found = async (fileNo: number) => toFindings({ columns: [], isCut: false, rows: await queryRows(database, findingsSql(fileNo)) }).map(({ words }) => words);

test('what a file of opportunities lacks and how it spells is told with its count', async () => {
  expect(await found(3)).toEqual([
    '2 opportunities name no account: left out.',
    '1 opportunity names an account that no file holds, “a9”: left out.',
    '“GTXPro” (3 records) is spelled “GTX Pro” in products.csv: taken for one.',
    '“growthsuite” (1 record) is spelled “Growth Suite” in the playbook: taken for one.',
    '“Initech Softwares Inc” (1 opportunity) is taken for the account “Initech Software”: the names are 0.99 alike, and 0.9 is enough.',
  ]);
});

test('a company name that is nearly an account’s is told with how alike it is', async () => {
  expect(await found(4)).toEqual(['“Initech Sofware” (2 people) is taken for the account “Initech Software”: the names are 0.97 alike, and 0.9 is enough.']);
});

test('parents that are unknown or in a circle are named', async () => {
  expect(await found(1)).toEqual([
    '1 account names a parent that no file holds, “Nobody Knows”.',
    'Parents lead round in a circle, which was cut: Initech Software → Bolt → Initech Software.',
  ]);
});

test('of a file with nothing to tell nothing is told', async () => {
  expect(await found(5)).toEqual([]);
});

test('of many findings of a kind the first are told and the rest counted', () => {
  const row = (at: number) => ({ kind: 'spelling', entity: 'opportunity', value: `P${at}`, other: `p${at}`, reason: 'most frequent', file_name: null, score: null, threshold: 0.9, records: 1 });
  const told = toFindings({ columns: [], isCut: false, rows: Array.from({ length: 8 }, (_, at) => row(at)) });
  expect(told).toHaveLength(6);
  expect(told.at(-1)?.words).toBe('And 3 spellings more.');
});
