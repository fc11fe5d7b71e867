import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables, type TableName } from '../../src/pipeline';
import { ajoReadings, defaultPlaybook, interestsOf, limitsElsewhere, parsePlaybook, type Condition, type Persona, type Playbook, type Seat } from '../../src/playbook';

type Files = Record<string, string>;
const accounts = 'account_id,account_name,country,industry,annual_revenue\na1,Acme,US,Finance,2000000\na2,Bolt,DE,Retail,500000\n';
const people = `person_id,account_id,email,job_title
p1,a1,one@acme.com,VP Sales
p2,a1,two@acme.com,Marketing Director
p3,a2,three@bolt.de,Data Engineer
`;
const files: Files = { 'accounts.csv': accounts, 'people.csv': people };

let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  pipeline = new Pipeline(database, tables);
});
afterAll(() => database.close());

/** The tables that these files come to, and no files of before. */
async function tablesOf(given: Files, playbook: Playbook, only: TableName[] = ['role.member']): Promise<(sql: string) => Promise<string[]>> {
  for (const { fileNo } of [...ingest.files]) await ingest.removeFile(fileNo);
  for (const [name, text] of Object.entries(given)) await ingest.addFile({ name, content: new TextEncoder().encode(text) });
  await pipeline.run(playbook, { ingest: ingest.fingerprints, custom: ingest.custom, only });
  return async (sql) => (await queryRows(database, sql)).map((row) => Object.values(row).join(' · '));
}

const seat = (role: string, condition: Condition | null, people = 1): Seat => ({ role, weighting: 'Normal', people, isRequired: true, isAutoAssign: true, condition });
const vp: Condition = { field: 'title.seniority', op: 'is', value: 'vp' };
const director: Condition = { field: 'title.seniority', op: 'is', value: 'director' };
/** One solution for one team of these seats. */
const rulesFor = (seats: Seat[], more: Partial<Playbook> = {}): Playbook => ({
  ...defaultPlaybook,
  templates: [{ name: 'Team', isLive: true, seats }],
  interests: [{ name: 'One', template: 'Team', audience: 'All accounts' }],
  ...more,
});
const groupNames = 'select group_name from role.buying_group order by group_name';
const seated = "select people.person_id, members.role, members.source from role.member as members join canon.person as people using (person_no) order by people.person_id";

describe('§1.1: personas', () => {
  const titled = `person_id,account_id,email,job_title\np1,a1,a@acme.com,VP of Sales\np2,a1,b@acme.com,vp of sales\np3,a1,c@acme.com,VP Sales EMEA\np4,a1,d@acme.com,Wizard\n`;
  const personas = 'select people.person_id, titles.persona from persona.person as titles join canon.person as people using (person_no) order by people.person_id';
  const exact = (name: string, ...titles: string[]): Persona => ({ name, condition: { field: 'title.job_title', op: 'is one of', value: titles } });

  test('§1.1: a list of exact values takes these titles alone, whatever their case', async () => {
    const rows = await tablesOf({ 'accounts.csv': accounts, 'people.csv': titled }, { ...defaultPlaybook, personas: [exact('SVP / VP', 'SVP of Marketing', 'VP of Sales', 'SVP of Operations', 'VP of Product', 'VP of IT')] }, ['persona.person']);
    expect(await rows(personas)).toEqual(['p1 · SVP / VP', 'p2 · SVP / VP', 'p3 · ', 'p4 · ']);
  });

  test('§1.1: the default goes by what a title means instead, and takes the spellings that exports have', async () => {
    const rows = await tablesOf({ 'accounts.csv': accounts, 'people.csv': titled }, defaultPlaybook, ['persona.person']);
    expect((await rows(personas)).slice(0, 3)).toEqual(['p1 · SVP / VP', 'p2 · SVP / VP', 'p3 · SVP / VP']);
  });

  test('§1.1: the defaults are ten, where AJO’s page says five and lists ten', () => {
    expect(defaultPlaybook.personas).toHaveLength(10);
  });

  test.each([['personas', 20], ['persona-attributes', 5], ['all-attributes', 10]])('§1.1: %s: AJO takes %i, and more are warned of but work', (key, limit) => {
    expect(ajoReadings(defaultPlaybook).find((reading) => reading.key === key)).toMatchObject({ limit, section: '1.1' });
    const many = { ...defaultPlaybook, personas: Array.from({ length: 21 }, (_, at) => exact(`Persona ${at}`, 'CEO')) };
    expect(parsePlaybook(many).personas).toHaveLength(21);
  });
});

describe('§1.3: solution interests', () => {
  test('§1.3: an interest names one template; without a live one there is no group', async () => {
    const draft = rulesFor([seat('Champion', vp)]);
    const rows = await tablesOf(files, { ...draft, templates: draft.templates.map((template) => ({ ...template, isLive: false })) });
    expect(await rows(groupNames)).toEqual([]);
    expect(() => parsePlaybook({ ...draft, interests: [{ name: 'One', template: ['Team'], audience: 'All accounts' }] })).toThrow(/interests\[0\].template/);
    expect(() => parsePlaybook({ ...draft, interests: [{ name: 'One', template: 'Another', audience: 'All accounts' }] })).toThrow(/there is no template “Another”/);
  });

  test('§1.3: its template can be another later, unlike in AJO: the groups follow', async () => {
    const rules = rulesFor([seat('Champion', vp)]);
    const other = { ...rules, templates: [...rules.templates, { name: 'Others', isLive: true, seats: [seat('Influencer', director)] }], interests: [{ name: 'One', template: 'Others', audience: 'All accounts' }] };
    expect(await (await tablesOf(files, rules))(seated)).toEqual(['p1 · Champion · rule']);
    expect(await (await tablesOf(files, other))(seated)).toEqual(['p2 · Influencer · rule']);
  });

  test('§1.3: what an interest uses is not deletable while it does', () => {
    expect(interestsOf(defaultPlaybook, 'templates', 0)).toEqual(['Growth Suite']);
    expect(() => parsePlaybook({ ...defaultPlaybook, templates: defaultPlaybook.templates.slice(1) })).toThrow(/interests\[0\].template: there is no template “Growth Suite team”/);
    expect(() => parsePlaybook({ ...defaultPlaybook, audiences: [] })).toThrow(/there is no audience “All accounts”/);
  });
});

describe('§1.3: buying groups', () => {
  const rules = rulesFor([seat('Champion', vp)]);

  test('§1.3: there is one group for each interest and account of its audience, “<Solution interest> for <Account>”', async () => {
    expect(await (await tablesOf(files, rules))(groupNames)).toEqual(['One for Acme', 'One for Bolt']);
    expect(await (await tablesOf(files, defaultPlaybook))(groupNames)).toEqual(['Data Platform for Acme', 'Data Platform for Bolt', 'Growth Suite for Acme', 'Growth Suite for Bolt']);
  });

  test('§1.3: an account that comes later has its group at the next run, the others keep theirs', async () => {
    const later = { ...files, 'accounts.csv': `${accounts}a3,Cove,FR,Retail,1\n` };
    expect(await (await tablesOf(later, rules))(groupNames)).toEqual(['One for Acme', 'One for Bolt', 'One for Cove']);
  });

  test('§1.3: an account without a name has none; a name of more than 255 characters, which AJO does not take, has one', async () => {
    const long = 'x'.repeat(256);
    const rows = await tablesOf({ ...files, 'accounts.csv': `account_id,account_name\na1,\na2,${long}\n` }, rules);
    expect(await rows(groupNames)).toEqual([`One for ${long}`]);
  });

  test('§1.3: a person without an e-mail address, which AJO requires, has a seat all the same', async () => {
    const rows = await tablesOf({ ...files, 'people.csv': 'person_id,account_id,email,job_title\np1,a1,,VP Sales\n' }, rules);
    expect(await rows(seated)).toEqual(['p1 · Champion · rule']);
  });

  test('§1.3: an empty address does not overwrite one, as it does in AJO', async () => {
    const rows = await tablesOf({ ...files, 'people.csv': `${people}p1,a1,,VP Sales\n` }, rules);
    expect(await rows("select email from canon.person where person_id = 'p1'")).toEqual(['one@acme.com']);
  });

  test('§1.3: who no longer fits or has left the account has no seat any more; who was put there by hand keeps it', async () => {
    expect(await (await tablesOf(files, rules))(seated)).toEqual(['p1 · Champion · rule']);
    expect(await (await tablesOf(files, rulesFor([seat('Champion', director)])))(seated)).toEqual(['p2 · Champion · rule']);
    const moved = { ...files, 'people.csv': people.replace('p1,a1', 'p1,a2') };
    const groupOfP1 = "select groups.group_name from role.member as members join canon.person as people using (person_no) join role.buying_group as groups using (group_no) where people.person_id = 'p1'";
    expect(await (await tablesOf(moved, rules))(groupOfP1)).toEqual(['One for Bolt']);
    const byHand = { ...files, 'membership_override.csv': 'account_id,solution_interest,person_id,role,action,made_by,made_at\na1,One,p2,Champion,add,manual,2026-01-02\n' };
    expect(await (await tablesOf(byHand, rulesFor([seat('Champion', null)])))(seated)).toEqual(['p2 · Champion · manual']);
  });

  test.each([['Members added or removed in one go', 50], ['Characters of a group’s status', 50]])('§1.3: %s: AJO takes %i, which is told and no limit here', (label, limit) => {
    expect(limitsElsewhere.find((each) => each.label === label)?.limit).toBe(limit);
  });
});

describe('§1.3: audiences', () => {
  const named = 'select accounts.account_name from role.buying_group join canon.account as accounts using (account_no) order by accounts.account_name';
  const forAudience = (condition: Condition, more: Partial<Playbook> = {}): Playbook => rulesFor([seat('Champion', vp)], { audiences: [{ name: 'All accounts', condition }], ...more });

  test('§1.3: AJO’s example, US and finance and a revenue above a million, is an audience that accounts enter as they change', async () => {
    const example: Condition = { all: [{ field: 'account.country', op: 'is', value: 'US' }, { field: 'account.industry', op: 'is', value: 'Finance' }, { field: 'account.annual_revenue', op: '>', value: 1_000_000 }] };
    expect(await (await tablesOf(files, forAudience(example)))(named)).toEqual(['Acme']);
    const changed = { ...files, 'accounts.csv': accounts.replace('DE,Retail,500000', 'US,Finance,1000001').replace('2000000', '1000000') };
    expect(await (await tablesOf(changed, forAudience(example)))(named)).toEqual(['Bolt']);
  });

  test('§1.3: a static list is the accounts that it names, whatever becomes of them', async () => {
    const listed = forAudience({ list: 'Targets' }, { lists: [{ name: 'Targets', entity: 'account', keys: ['a2'] }] });
    expect(await (await tablesOf(files, listed))(named)).toEqual(['Bolt']);
    expect(await (await tablesOf({ ...files, 'accounts.csv': accounts.replace('DE,Retail', 'US,Finance') }, listed))(named)).toEqual(['Bolt']);
  });

  test('§1.3: accounts that lack a COO or CMO are the groups whose seat for one is empty', async () => {
    const chief: Condition = { field: 'title.job_title', op: 'is one of', value: ['COO', 'CMO'] };
    const rows = await tablesOf({ ...files, 'people.csv': `${people}p4,a1,four@acme.com,CMO\n` }, rulesFor([seat('Decision Maker', chief)]), ['score.buying_group']);
    expect(await rows("select account_name from score.buying_group where list_contains(missing_roles, 'Decision Maker')")).toEqual(['Bolt']);
  });
});
