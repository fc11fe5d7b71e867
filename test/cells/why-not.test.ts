import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handKeysSql, toHandAction, type HandKeys } from '../../src/cells/group-panel/hand';
import { peopleSql } from '../../src/cells/group-panel/person-search';
import { byRules, whyNot, type Standing } from '../../src/cells/group-panel/why-not';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook, noCustom, noOverrides } from '../../src/playbook';
import type { Result } from '../../src/ui/result';

const people = `Contact ID,Account ID,First Name,Last Name,Email,Title
P1,A1,Ada,Byron,ada@acme.example,VP Marketing
P2,A1,Bo,Low,bo@acme.example,Intern
P3,A1,Cy,Fox,cy@acme.example,Marketing Manager
P4,A2,Zoë,O'Hara,zoe@plain.example,CEO
P5,A1,Eve,Zzz,eve@acme.example,Zzzzz
`;
let database: Database;
let groupNo: number;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  const text = (value: string) => new TextEncoder().encode(value);
  await ingest.addFile({ name: 'accounts.csv', content: text('Account ID,Account Name\nA1,Acme\nA2,Plain\n') });
  await ingest.addFile({ name: 'people.csv', content: text(people) });
  const pipeline = new Pipeline(database, tables);
  await pipeline.run(defaultPlaybook, { ingest: ingest.fingerprints });
  const [group] = await queryRows(database, "select group_no from score.buying_group where account_name = 'Acme' and solution_interest = 'Growth Suite'");
  groupNo = Number(group?.group_no);
  const [cy] = await queryRows(database, "select person_no from canon.person where email = 'cy@acme.example'");
  const [keys] = await queryRows(database, handKeysSql(groupNo, [Number(cy?.person_no)]));
  // The select's columns are those of HandKeys.
  const removal = toHandAction(keys as unknown as HandKeys, null, { at: new Date('2026-10-01T09:00:00Z'), note: 'Left', by: 'Kim Oh' });
  await pipeline.run(defaultPlaybook, { ingest: ingest.fingerprints, overrides: { ...noOverrides, members: removal ? [removal] : [] } });
});
afterAll(() => database.close());

// Of a result, only its rows are read.
const query = async (sql: string) => ({ rows: await queryRows(database, sql) }) as unknown as Result;
async function why(email: string, role: string) {
  const [person] = await queryRows(database, `select person_no from canon.person where email = '${email}'`);
  return whyNot({ groupNo, personNo: Number(person?.person_no ?? 0), role }, { playbook: defaultPlaybook, custom: noCustom }, query);
}

describe('why somebody is not in a seat', () => {
  test('is the first test of the seat that failed, beside what the person has', async () => {
    const answer = await why('bo@acme.example', 'Decision Maker');
    expect(answer?.verdict).toBe('Bo Low does not pass a test of Decision Maker.');
    expect(answer?.failed).toEqual(answer?.requirements.find(({ isMet }) => !isMet));
    expect(answer?.failed?.has.join()).toContain('Seniority is');
  });

  test('is that they are in it', async () => {
    expect((await why('ada@acme.example', 'Decision Maker'))?.verdict).toMatch(/^Ada Byron is in this seat\. Title rule/);
  });

  test('is that a hand took them out, with the day', async () => {
    expect((await why('cy@acme.example', 'Practitioner'))?.verdict).toMatch(/^Removed by Kim Oh on 1 Oct 2026: “Left”\. Leave/);
  });

  test('is that the files put them elsewhere', async () => {
    expect((await why('zoe@plain.example', 'Decision Maker'))?.verdict).toBe("The files put Zoë O'Hara at Plain, not at Acme. There they are Executive Steering Committee for Growth Suite. Only a contact role of the CRM, a journey or a hand can seat somebody from elsewhere.");
  });

  test('is that nobody understood the title, where nobody did', async () => {
    expect((await why('eve@acme.example', 'Decision Maker'))?.verdict).toMatch(/^Nobody understood the title “Zzzzz” yet\./);
  });

  test('is that a seat waits for a hand, where its rule does not fill it', async () => {
    const seat = defaultPlaybook.templates[0]?.seats.find(({ isAutoAssign }) => !isAutoAssign);
    expect((await why('bo@acme.example', seat?.role ?? ''))?.verdict).toMatch(/it waits for a contact role of the CRM, a journey or a hand\.$/);
  });

  test('is the earlier seat that took them, where every test is passed', () => {
    const standing: Standing = { template: 'T', solution_interest: 'S', own_account_no: 1, own_group: 1, own_role: 'Decision Maker', account_name: 'Acme', full_name: 'Ada', job_title: 'VP', own_account: 'Acme', is_of_account: true, is_title_understood: true, role: 'Decision Maker', rule_outranked: false, rule: null, made_at: null, author: null, note: null, removal: null, removed_at: null, removed_by: null, removal_note: null };
    expect(byRules(standing, { role: 'Influencer' }, [{ asks: 'Seniority is VP', has: ['Seniority is VP'], isMet: true }]).verdict).toBe('Ada fits Influencer too, but is Decision Maker: the first fitting seat in the template\'s order wins.');
  });

  test('has no answer for a person, a seat or a group that is no more', async () => {
    expect(await why('nobody@acme.example', 'Decision Maker')).toBeNull();
    expect(await why('bo@acme.example', 'No such role')).toBeNull();
  });
});

describe('the search for people', () => {
  const found = async (text: string, limit = 20, offset = 0) => (await queryRows(database, peopleSql(groupNo, text, limit, offset))).map(({ full_name }) => full_name);
  test('offers the account’s own without a word, and everybody by every word, whatever case and accents', async () => {
    expect(await found('')).toEqual(['Ada Byron', 'Bo Low', 'Cy Fox', 'Eve Zzz']);
    expect(await found('ZOE plain')).toEqual(["Zoë O'Hara"]);
    expect(await found("o'hara ceo")).toEqual(["Zoë O'Hara"]);
    expect(await found('zoe acme')).toEqual([]);
  });
  test('gives a page at a time', async () => expect(await found('', 2, 1)).toEqual(['Bo Low', 'Cy Fox']));
  test('says which seat somebody has', async () => {
    expect((await queryRows(database, peopleSql(groupNo, 'ada', 1)))[0]).toMatchObject({ role: 'Decision Maker', is_of_account: true });
  });
});
