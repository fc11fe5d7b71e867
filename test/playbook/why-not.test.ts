import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook, describeCondition, noCustom, requirementQuestion, requirementsOf, type Condition, type FieldType, type PlainCondition, type Requirement } from '../../src/playbook';
import { holds, type Cell } from './evaluate';

const attended: Condition = { activity: { types: ['Attend Event'], atLeast: 1 } };
const playbook = { ...defaultPlaybook, personas: [...defaultPlaybook.personas, { name: 'Guest', condition: attended }] };
const types: Record<string, FieldType> = { 'title.seniority': 'text', 'title.function': 'text', 'title.modifiers': 'list', 'title.is_current': 'boolean', 'person.country': 'text', 'account.industry': 'text', 'account.employees': 'number' };

let database: Database;
let people: { person_no: number; cells: Record<string, Cell> }[];
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  const text = (lines: string[]) => new TextEncoder().encode([...lines, ''].join('\n'));
  await ingest.addFile({ name: 'accounts.csv', content: text(['Account ID,Account Name,Industry,Employees', 'A1,Acme,Retail,120', 'A2,Plain,,']) });
  await ingest.addFile({
    name: 'people.csv',
    content: text(['Contact ID,Account ID,First Name,Last Name,Email,Title,Country', 'P1,A1,Ada,Byron,ada@acme.example,VP Marketing,France', 'P2,A1,Bo,Low,bo@acme.example,Sales Manager,', 'P3,A2,Cy,Fox,cy@plain.example,,Île', 'P4,A2,Di,Roe,di@plain.example,Former Executive Assistant,France']),
  });
  await ingest.addFile({ name: 'activities.csv', content: text(['Contact ID,Activity Type,Activity Date', 'P1,Attend Event,2026-03-01 10:00:00']) });
  await new Pipeline(database, tables).run(playbook, { ingest: ingest.fingerprints });
  const rows = await queryRows(database, `select people.person_no, typed.seniority as "title.seniority", typed.function as "title.function", typed.modifiers as "title.modifiers",
    typed.is_current as "title.is_current", people.country as "person.country", accounts.industry as "account.industry", accounts.employees as "account.employees"
    from canon.person as people left join persona.person as typed using (person_no) left join canon.account as accounts on accounts.account_no = people.account_no order by people.person_id`);
  people = rows.map(({ person_no, ...cells }) => ({
    person_no: Number(person_no),
    // The columns above are of these types.
    cells: { ...(cells as Record<string, Cell>), 'title.seniority': (cells['title.seniority'] as string | null) ?? 'unknown', 'title.function': (cells['title.function'] as string | null) ?? 'unknown', 'title.is_current': cells['title.is_current'] !== false },
  }));
});
afterAll(() => database.close());

async function ask(condition: Condition, personNo: number): Promise<Requirement[]> {
  const question = requirementQuestion(condition, 'person', personNo, playbook, noCustom);
  const [row] = await queryRows(database, question.sql);
  return question.read(row ?? {});
}

const leaf: fc.Arbitrary<PlainCondition> = fc.oneof(
  fc.record({ field: fc.constant('title.seniority'), op: fc.constantFrom('is' as const, 'is not' as const), value: fc.constantFrom('vp', 'manager', 'unknown') }),
  fc.record({ field: fc.constant('title.function'), op: fc.constantFrom('is one of' as const, 'is none of' as const), value: fc.subarray(['marketing', 'sales', 'unknown']) }),
  fc.record({ field: fc.constant('title.modifiers'), op: fc.constant('is' as const), value: fc.constantFrom('assistant', 'former', 'executive') }),
  fc.record({ field: fc.constant('title.is_current'), op: fc.constant('is' as const), value: fc.boolean() }),
  fc.record({ field: fc.constantFrom('person.country', 'account.industry'), op: fc.constantFrom('is empty' as const, 'is not empty' as const) }),
  fc.record({ field: fc.constant('person.country'), op: fc.constantFrom('is' as const, 'contains word' as const), value: fc.constantFrom('ile', 'FRANCE') }),
  fc.record({ field: fc.constant('account.employees'), op: fc.constantFrom('>' as const, '<=' as const), value: fc.constantFrom(100, 120) }),
);
const tree = fc.letrec<{ tree: PlainCondition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree;

test('nothing failed if and only if the rule matches, whatever the rule and the person', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.nat({ max: 3 }), async (condition, at) => {
      const person = people[at];
      if (!person) throw new Error('four people were loaded');
      const asked = await ask(condition, person.person_no);
      expect(asked.every(({ isMet }) => isMet)).toBe(holds(condition, person.cells, types, null));
    }),
    { numRuns: 150 },
  );
});

test('each part that a rule asks is told as met exactly where it is true', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.nat({ max: 3 }), async (condition, at) => {
      const person = people[at];
      if (!person) throw new Error('four people were loaded');
      // Parts of a plain condition are plain.
      const parts = requirementsOf(condition) as PlainCondition[];
      expect((await ask(condition, person.person_no)).map(({ isMet }) => isMet)).toEqual(parts.map((part) => holds(part, person.cells, types, null)));
    }),
    { numRuns: 100 },
  );
});

describe('what a rule asks', () => {
  const level: Condition = { field: 'title.seniority', op: 'is', value: 'vp' };
  const duty: Condition = { field: 'title.function', op: 'is one of', value: ['sales', 'it'] };

  test('is taken apart at every “and”, through a “not” too, and kept whole at a choice', () => {
    expect(requirementsOf({ all: [level, { not: { any: [duty, { not: attended }] } }, { any: [level, duty] }] }).map(describeCondition)).toEqual([
      'Seniority is VP', 'Function is not Sales or IT', 'Attended an event', 'Either seniority is VP, or function is Sales or IT',
    ]);
    expect(requirementsOf({ all: [] })).toEqual([]);
    expect(requirementsOf({ any: [] })).toEqual([{ any: [] }]);
  });

  test('stands beside what the person has, in the same words', async () => {
    const [ada, , cy] = people;
    expect(await ask({ all: [level, duty, attended] }, ada?.person_no ?? 0)).toEqual([
      { asks: 'Seniority is VP', has: ['Seniority is VP'], isMet: true },
      { asks: 'Function is Sales or IT', has: ['Function is Marketing'], isMet: false },
      { asks: 'Attended an event', has: ['Attended an event'], isMet: true },
    ]);
    expect(await ask({ all: [level, { any: [attended, { field: 'account.employees', op: '>', value: 1000 }] }] }, cy?.person_no ?? 0)).toEqual([
      { asks: 'Seniority is VP', has: ['Seniority is not known'], isMet: false },
      { asks: 'Either attended an event, or account employees is above 1,000', has: ['Account employees is empty', 'Has not attended an event'], isMet: false },
    ]);
  });

  test('of an account is told by the account', async () => {
    const question = requirementQuestion({ all: [{ field: 'account.industry', op: 'is', value: 'Steel' }, { field: 'account.employees', op: '>=', value: 100 }] }, 'account', 1, playbook, noCustom);
    const [row] = await queryRows(database, question.sql);
    expect(question.read(row ?? {})).toEqual([
      { asks: 'Account industry is Steel', has: ['Account industry is Retail'], isMet: false },
      { asks: 'Account employees is at least 100', has: ['Account employees is 120'], isMet: true },
    ]);
  });
});
