import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { activityValues, defaultPlaybook, fieldChoice, fieldChoices, listChoices, operatorsFor, parsePlaybook, type CustomColumns } from '../../src/playbook';
import type { Condition, FieldChoice, TestValue } from '../../src/playbook';

const custom: CustomColumns = {
  person: [{ column: 'custom_größe', type: 'text' }],
  account: [{ column: 'custom_fit', type: 'number' }, { column: 'custom_renewal', type: 'date' }],
  opportunity: [{ column: 'custom_rival', type: 'boolean' }],
};
const kinds = ['persona', 'seat', 'audience', 'opportunity'] as const;

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: new Ingest(database).fingerprints });
});
afterAll(() => database.close());

describe.each(kinds)('what a rule of the kind %s may test', (kind) => {
  const choices = fieldChoices(kind, custom);

  test('has a name, a label of its own and operators, each once', () => {
    expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
    expect(new Set(choices.map(({ group, label }) => `${group} ${label}`)).size).toBe(choices.length);
    for (const { label, operators } of choices) expect([label, operators.length > 3]).toEqual([expect.stringMatching(/^\S/), true]);
  });

  test('is taken at the door with every operator it is offered with', () => {
    for (const choice of choices) {
      for (const op of choice.operators) {
        const condition: Condition = { field: choice.name, op, ...valueFor(choice, op) };
        expect(() => parsePlaybook(withRule(kind, condition))).not.toThrow();
      }
    }
  });

  test('has its values where it says', async () => {
    const sources = fieldChoices(kind).flatMap(({ values }) => (values && 'table' in values ? [values] : []));
    for (const { table, column } of [...sources, ...Object.values(activityValues)]) await database.query(`select distinct ${column} from ${table} limit 1`);
  });
});

test('a custom column says what it holds, and one that no file has that it is missing', () => {
  expect(fieldChoice('account.custom_fit', custom)).toMatchObject({ label: 'Account fit', group: 'Account columns of your files', type: 'number', isMissing: false, operators: operatorsFor('number'), values: null });
  expect(fieldChoice('person.custom_größe', custom)?.values).toEqual({ table: 'canon.person_custom', column: 'custom_größe' });
  expect(fieldChoice('person.custom_colour', custom)).toMatchObject({ label: 'Colour', type: 'text', isMissing: true, values: null });
  expect(fieldChoice('person.nope', custom)).toBeNull();
});

test('levels and functions are offered highest first, as the titles have them', () => {
  expect(fieldChoice('title.seniority')?.values).toMatchObject({ list: expect.arrayContaining(['owner', 'vp', 'unknown']) });
});

test('an audience may name audiences and lists of accounts, the others people too', () => {
  const playbook = { audiences: defaultPlaybook.audiences, lists: [{ name: 'A', entity: 'account' as const, keys: [] }, { name: 'P', entity: 'person' as const, keys: [] }] };
  expect(kinds.map((kind) => listChoices(kind, playbook))).toEqual([['All accounts', 'A', 'P'], ['All accounts', 'A', 'P'], ['All accounts', 'A'], []]);
});

function valueFor({ type }: FieldChoice, op: string): { value?: TestValue } {
  if (op.endsWith('empty')) return {};
  const one = { text: 'x', list: 'x', number: 5, date: '2026-01-31', boolean: true }[type];
  if (op === 'within last days') return { value: 30 };
  if (op === 'before' || op === 'after') return { value: '2026-01-31' };
  if (op === 'is one of' || op === 'is none of') return { value: [typeof one === 'boolean' ? 'x' : one] };
  return { value: op === 'between' && typeof one !== 'boolean' ? [one, one] : one };
}

function withRule(kind: (typeof kinds)[number], condition: Condition): unknown {
  if (kind === 'persona') return { ...defaultPlaybook, personas: [{ name: 'One', condition }] };
  if (kind === 'audience') return { ...defaultPlaybook, audiences: [...defaultPlaybook.audiences, { name: 'One', condition }] };
  if (kind === 'opportunity') return { ...defaultPlaybook, personas: [{ name: 'One', condition: { opportunity: { where: condition } } }] };
  const [template, ...rest] = structuredClone(defaultPlaybook.templates);
  const [seat, ...seats] = template?.seats ?? [];
  return { ...defaultPlaybook, templates: [{ ...template, seats: [{ ...seat, condition }, ...seats] }, ...rest] };
}
