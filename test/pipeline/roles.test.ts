import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook, type Condition, type Playbook } from '../../src/playbook';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = {
  'accounts.csv': 'account_id,account_name,country\na1,Acme,US\na2,Bolt,DE\n',
  'people.csv': `person_id,account_id,email,job_title,country,created_at
p1,a1,one@acme.com,VP Sales,US,2026-03-01T00:00:00Z
p2,a1,two@acme.com,Marketing Director,DE,2026-01-01T00:00:00Z
p3,a2,three@bolt.de,Data Engineer,,2026-03-30T00:00:00Z
p4,a2,four@bolt.de,,DE,2026-03-30T00:00:00Z
`,
};

let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  pipeline = new Pipeline(database, tables);
  for (const [name, content] of Object.entries(files)) await ingest.addFile({ name, content: encode(content) });
});
afterAll(() => database.close());

const run = async (playbook: Playbook): Promise<string[]> => {
  const report = await pipeline.run(playbook, { ingest: ingest.fingerprints, only: ['role.member', 'role.unassigned', 'role.candidate'] });
  return report.filter(({ isRecomputed }) => isRecomputed).map(({ table }) => table);
};
const members = async (): Promise<string[]> => {
  const rows = await queryRows(database, `
    select people.person_id || ' ' || groups.group_name || ': ' || members.role as text
    from role.member as members
    join role.buying_group as groups using (group_no)
    join canon.person as people using (person_no)
    order by text`);
  return rows.map(({ text }) => String(text));
};
/** The default playbook with another condition for its first seat, Decision Maker of Growth Suite. */
const withFirstSeat = (condition: Condition | null, isAutoAssign = true): Playbook => {
  const playbook = structuredClone(defaultPlaybook);
  const seat = playbook.templates[0]?.seats[0];
  if (seat) Object.assign(seat, { condition, isAutoAssign });
  return { ...playbook, asOf: '2026-03-31' };
};
const decisionMakers = async (): Promise<string[]> =>
  (await members()).filter((text) => text.includes('Growth') && text.endsWith('Decision Maker')).map((text) => text.slice(0, 2));

test('the default seats put people of two accounts in their groups by title alone', async () => {
  await run(defaultPlaybook);
  expect(await members()).toEqual([
    'p1 Growth Suite for Acme: Decision Maker',
    'p2 Growth Suite for Acme: Champion',
    'p3 Data Platform for Bolt: Practitioner',
  ]);
});

describe('a seat may ask for', () => {
  test.each<[what: string, condition: Condition, people: string[]]>([
    ['a fact of the person', { field: 'person.country', op: 'is', value: 'de' }, ['p2', 'p4']],
    ['the lack of one', { field: 'person.country', op: 'is empty' }, ['p3']],
    ['a fact of the account', { field: 'account.country', op: 'is', value: 'US' }, ['p1', 'p2']],
    ['a persona', { field: 'person.persona', op: 'is', value: 'SVP / VP' }, ['p1']],
    ['words of the title', { field: 'title.job_title', op: 'contains word', value: 'director' }, ['p2']],
    ['days since a date', { field: 'person.created_at', op: 'within last days', value: 31 }, ['p1', 'p3', 'p4']],
    ['nothing at all', { all: [] }, ['p1', 'p2', 'p3', 'p4']],
  ])('%s', async (_, condition, people) => {
    await run(withFirstSeat(condition));
    expect(await decisionMakers()).toEqual(people);
  });

  test('nobody, by rule or because it is not filled by rule', async () => {
    await run(withFirstSeat(null));
    expect(await decisionMakers()).toEqual([]);
    await run(withFirstSeat({ all: [] }, false));
    expect(await decisionMakers()).toEqual([]);
  });
});

describe('what a change of the playbook makes again', () => {
  test('a weight, the people needed and whether a seat is required: nothing', async () => {
    await run(defaultPlaybook);
    const changed = structuredClone(defaultPlaybook);
    for (const seat of changed.templates[0]?.seats ?? []) Object.assign(seat, { weighting: 'Trivial', people: 9, isRequired: false });
    expect(await run(changed)).toEqual([]);
  });

  test('a condition on facts that were asked for before: who fits, not who is asked', async () => {
    await run(defaultPlaybook);
    const made = await run(withFirstSeat({ field: 'title.seniority', op: 'is', value: 'director' }));
    expect(made).toContain('role.seat_match');
    for (const table of ['role.profile', 'role.person_profile', 'role.pool', 'role.buying_group', 'persona.match']) {
      expect(made).not.toContain(table);
    }
  });
});

test('everybody of an account has a seat or a reason in each of its groups, and nobody both', async () => {
  await run(defaultPlaybook);
  const [counts] = await queryRows(database, `
    select
        (select count(*) from role.pool) as pairs,
        (select count(*) from role.member) + (select count(*) from role.unassigned) as told,
        (select count(*) from role.member join role.unassigned using (group_no, person_no)) as twice`);
  expect(counts).toEqual({ pairs: 8, told: 8, twice: 0 });
});
