import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNot } from '../../src/cells/group-panel/why-not';
import { accountsSql, whyNoGroup } from '../../src/cells/groups/why-no-group';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook, noCustom, type Playbook } from '../../src/playbook';
import type { Result } from '../../src/ui/result';

const [template] = defaultPlaybook.templates;
if (!template) throw new Error('The default playbook has a template.');
const playbook: Playbook = {
  ...defaultPlaybook,
  templates: [template, { ...template, name: 'In the making', isLive: false }],
  audiences: [
    { name: 'All accounts', condition: null },
    { name: 'Large steel', condition: { all: [{ field: 'account.industry', op: 'is', value: 'Steel' }, { field: 'account.employees', op: '>=', value: 500 }] } },
  ],
  interests: [
    { name: 'Everywhere', template: template.name, audience: 'All accounts' },
    { name: 'Steelworks', template: template.name, audience: 'Large steel' },
    { name: 'Later', template: 'In the making', audience: 'All accounts' },
  ],
};
const rules = { playbook, custom: noCustom };

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  const text = (value: string) => new TextEncoder().encode(value);
  await ingest.addFile({ name: 'accounts.csv', content: text('Account ID,Account Name,Website,Industry,Employees\nA1,Forge,forge.example,Steel,900\nA2,Anvil,anvil.example,Steel,40\nA3,,nameless.example,Steel,900\nA4,Zoë & Söhne,zoe.example,Retail,900\n') });
  await ingest.addFile({ name: 'people.csv', content: text('Contact ID,Account ID,First Name,Last Name,Email,Title\nP1,A1,Ada,Byron,ada@forge.example,VP Sales\nP2,A2,Bo,Low,bo@anvil.example,VP Sales\n') });
  await new Pipeline(database, tables).run(playbook, { ingest: ingest.fingerprints });
});
afterAll(() => database.close());

// Of a result, only its rows are read.
const query = async (sql: string) => ({ rows: await queryRows(database, sql) }) as unknown as Result;
const numberOf = async (sql: string) => Number(Object.values((await queryRows(database, sql))[0] ?? {})[0] ?? 0);
const accountNo = (domain: string) => numberOf(`select account_no from canon.account where domain = '${domain}'`);
const why = async (domain: string, interest: string) => whyNoGroup({ accountNo: await accountNo(domain), interest }, rules, query);

describe('why an account has no group', () => {
  test('is the first test of the audience that failed, beside what the account has', async () => {
    expect(await why('anvil.example', 'Steelworks')).toEqual({
      verdict: 'Anvil does not pass a test of “Large steel”, the audience of Steelworks.',
      failed: { asks: 'Account employees is at least 500', has: ['Account employees is 40'], isMet: false },
      requirements: [
        { asks: 'Account industry is Steel', has: ['Account industry is Steel'], isMet: true },
        { asks: 'Account employees is at least 500', has: ['Account employees is 40'], isMet: false },
      ],
      groupNo: null,
    });
  });

  test('is that the template is a draft', async () => {
    expect((await why('forge.example', 'Later'))?.verdict).toMatch(/^Later is sold with the role template “In the making”, which is a draft\./);
  });

  test('is that it has no name', async () => {
    expect((await why('nameless.example', 'Everywhere'))?.verdict).toMatch(/^The files give this account no name/);
  });

  test('is nothing where it has one, which is named', async () => {
    const answer = await why('forge.example', 'Steelworks');
    expect(answer?.verdict).toBe('Forge has a group for Steelworks.');
    expect(answer?.groupNo).toBe(await numberOf("select group_no from score.buying_group where account_name = 'Forge' and solution_interest = 'Steelworks'"));
  });

  test('has no answer for an account or a solution interest that is no more', async () => {
    expect(await whyNoGroup({ accountNo: 999, interest: 'Steelworks' }, rules, query)).toBeNull();
    expect(await why('forge.example', "O'Hara's")).toBeNull();
  });

  test('is told of the own account of a person who is missed elsewhere', async () => {
    const groupNo = await numberOf("select group_no from score.buying_group where account_name = 'Forge' and solution_interest = 'Steelworks'");
    const personNo = await numberOf("select person_no from canon.person where email = 'bo@anvil.example'");
    const answer = await whyNot({ groupNo, personNo, role: 'Decision Maker' }, rules, query);
    expect(answer?.verdict).toBe('The files put Bo Low at Anvil, not at Forge. Anvil has no group for Steelworks. Only a contact role of the CRM, a journey or a hand can seat somebody from elsewhere. Anvil does not pass a test of “Large steel”, the audience of Steelworks.');
    expect(answer).toMatchObject({ asking: 'The audience', subject: 'Anvil', failed: { has: ['Account employees is 40'] } });
  });
});

describe('the search for accounts', () => {
  const found = async (text: string, limit = 20, offset = 0) => (await queryRows(database, accountsSql(text, limit, offset))).map(({ domain, groups }) => [domain, groups]);
  test('offers those without a group first, and all by every word, whatever case and accents', async () => {
    expect((await found('')).map(([domain]) => domain)).toEqual(['nameless.example', 'anvil.example', 'zoe.example', 'forge.example']);
    expect(await found('ZOE söhne')).toEqual([['zoe.example', 1]]);
    expect(await found("'; drop table")).toEqual([]);
    expect(await found('', 1, 1)).toEqual([['anvil.example', 1]]);
  });
});
