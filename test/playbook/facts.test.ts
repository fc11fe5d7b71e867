import { describe, expect, test } from 'vitest';
import { toErrorParts } from '../../src/engine/errors';
import {
  compileCondition, defaultPlaybook, factsOf, missingFields, noCustom, parsePlaybook, type Column, type Condition, type Playbook,
} from '../../src/playbook';

const withRules = (persona: unknown, change: object = {}): unknown => ({ ...defaultPlaybook, personas: [{ name: 'One', condition: persona }], ...change });
const parsed = (persona: Condition, change: Partial<Playbook> = {}): Playbook => parsePlaybook(withRules(persona, change));
const refusalOf = (json: unknown): string => {
  try {
    parsePlaybook(json);
    return 'it is fine';
  } catch (thrown) {
    return toErrorParts(thrown).message;
  }
};
const audiences = (...list: [name: string, condition: Condition | null][]): object => ({
  audiences: [{ name: 'All accounts', condition: null }, ...list.map(([name, condition]) => ({ name, condition }))],
});
const acted = (activity: object): unknown => ({ activity });

describe('a playbook may ask', () => {
  test.each<[what: string, json: unknown]>([
    ['for acts of a type and a channel within some days', withRules(acted({ of: 'account', types: ['Attend Event'], channels: ['event'], atLeast: 2, withinDays: 90 }))],
    ['that nothing was done', withRules({ not: acted({ atLeast: 1 }) })],
    ['for any opportunity', withRules({ opportunity: {} })],
    ['for opportunities of which something is true', withRules({ opportunity: { of: 'person', where: { any: [{ field: 'opportunity.custom_rival', op: 'is', value: true }, { not: { field: 'opportunity.amount', op: '<', value: 5 } }] }, atLeast: 2 } })],
    ['whether one is in an audience', withRules({ list: 'All accounts' })],
    ['whether one is in a list', withRules({ list: 'Mine' }, { lists: [{ name: 'Mine', entity: 'person', keys: ['a@b.example'] }] })],
    ['for a column of its own, as text, number, date or yes and no', withRules({ all: [{ field: 'person.custom_größe', op: 'contains', value: 'x' }, { field: 'account.custom_a', op: '>', value: 3 }, { field: 'account.custom_b', op: 'is', value: true }, { field: 'person.custom_c', op: 'within last days', value: 9 }] })],
    ['in an audience, for another audience', withRules({ all: [] }, audiences(['B', { list: 'All accounts' }], ['C', { not: { list: 'B' } }]))],
  ])('%s', (_, json) => {
    expect(parsePlaybook(json)).toEqual(json);
  });
});

describe('a playbook is refused, with the place and the way out,', () => {
  test.each<[why: string, json: unknown, message: string]>([
    ['that asks for none without `not`', withRules(acted({ atLeast: 0 })), 'personas[0].condition.activity.atLeast: is below 1; for none, put the condition in a “not”'],
    ['that does not say how often', withRules(acted({ types: ['Call'] })), 'personas[0].condition.activity.atLeast: expected "atLeast" but received undefined'],
    ['whose days are none', withRules(acted({ atLeast: 1, withinDays: 0 })), 'activity.withinDays: is below 1'],
    ['with a list of no types', withRules(acted({ types: [], atLeast: 1 })), 'activity.types: is an empty list; leave it out for any'],
    ['with a key that nothing reads', withRules(acted({ atLeast: 1, within: 3 })), 'activity.within: expected never'],
    ['whose opportunity is asked for a person’s field', withRules({ opportunity: { where: { all: [{ field: 'person.country', op: 'is', value: 'x' }] } } }), 'personas[0].condition.opportunity.where.all[0].field: “person.country” is not known at this point'],
    ['whose opportunity is asked for history', withRules({ opportunity: { where: { activity: { atLeast: 1 } } } }), 'personas[0].condition.opportunity.where.'],
    ['whose audience asks a person', withRules({ all: [] }, audiences(['B', { activity: { of: 'person', atLeast: 1 } }])), 'audiences[1].condition.activity.of: an audience is made of accounts; ask for those of the “account”'],
    ['whose audience asks for a person’s column', withRules({ all: [] }, audiences(['B', { field: 'person.custom_x', op: 'is empty' }])), 'audiences[1].condition.field: “person.custom_x” is not known at this point'],
    ['that names no list', withRules({ any: [{ list: 'Nope' }] }), 'personas[0].condition.any[0].list: there is no audience or list “Nope”'],
    ['whose audience names a list of people', withRules({ all: [] }, { ...audiences(['B', { list: 'P' }]), lists: [{ name: 'P', entity: 'person', keys: ['x'] }] }), 'audiences[1].condition.list: “P” is a list of people, and an audience is made of accounts'],
    ['whose list is named as an audience is', withRules({ all: [] }, { lists: [{ name: 'ok', entity: 'person', keys: [] }, { name: 'all accounts', entity: 'person', keys: [] }] }), 'lists[1]: “all accounts” is there already'],
    ['whose audience is itself', withRules({ all: [] }, audiences(['A', { not: { list: 'A' } }])), 'audiences[1].condition: the audience is made of itself: “A” → “A”; take one of these lists out'],
    ['whose audiences go round', withRules({ all: [] }, audiences(['A', { list: 'B' }], ['B', { any: [{ list: 'All accounts' }, { list: 'C' }] }], ['C', { not: { list: 'B' } }])), 'audiences[2].condition: the audience is made of itself: “B” → “C” → “B”; take one of these lists out'],
    ['whose custom column is in capitals', withRules({ field: 'person.custom_Region', op: 'is', value: 'x' }), 'personas[0].condition.field: write it in small letters: “person.custom_region”'],
    ['whose custom column could not be a name', withRules({ field: 'person.custom_x" or 1=1', op: 'is', value: 'x' }), 'there is no field “person.custom_x" or 1=1”'],
    ['whose custom test fits no type', withRules({ field: 'person.custom_x', op: 'before', value: 'soon' }), 'personas[0].condition: the value must be a date'],
    ['that names an inner field', withRules({ field: 'fact.account_0', op: 'is', value: true }), 'there is no field “fact.account_0”'],
  ])('%s', (_, json, message) => {
    expect(refusalOf(json)).toContain(message);
  });

  test('once for a circle, not once for each audience that leads into it', () => {
    const round = audiences(['A', { list: 'B' }], ['B', { list: 'C' }], ['C', { list: 'B' }]);
    expect(refusalOf(withRules({ all: [] }, round)).match(/made of itself/g)).toHaveLength(1);
  });
});

describe('a fact', () => {
  test('is worked out once, however many rules ask for it and in whatever words', () => {
    const one: Condition = { activity: { types: ['Call', 'Chat'], atLeast: 1 } };
    const same: Condition = { activity: { atLeast: 1, of: 'person', types: ['Chat', 'Call'] } };
    const other: Condition = { activity: { of: 'account', types: ['Call', 'Chat'], atLeast: 1 } };
    const playbook = parsed({ any: [one, { not: same }, other] }, { audiences: [{ name: 'All accounts', condition: { not: one } }] });
    expect(factsOf(playbook).map(({ entity, condition }) => [entity, condition])).toEqual([
      ['person', { activity: { of: 'person', types: ['Call', 'Chat'], atLeast: 1 } }],
      ['account', { activity: { of: 'account', types: ['Call', 'Chat'], atLeast: 1 } }],
    ]);
  });

  test('is not worked out for a seat that waits for a hand', () => {
    const [template, ...rest] = defaultPlaybook.templates;
    const [seat, ...seats] = template?.seats ?? [];
    if (!template || !seat) throw new Error('the default playbook has lost its first seat');
    const asking = (isAutoAssign: boolean): Playbook =>
      parsePlaybook({ ...defaultPlaybook, templates: [{ ...template, seats: [{ ...seat, isAutoAssign, condition: { opportunity: {} } }, ...seats] }, ...rest] });
    expect(factsOf(asking(true))).toHaveLength(1);
    expect(factsOf(asking(false))).toEqual([]);
  });

  test('is asked for by nobody in the default playbook', () => {
    expect(factsOf(defaultPlaybook)).toEqual([]);
  });
});

test('a custom column that no file has is told with the rule that asks for it, also inside an opportunity', () => {
  const playbook = parsed({ all: [{ not: { field: 'person.custom_a', op: 'is', value: 'x' } }, { field: 'person.custom_b', op: 'is empty' }, { opportunity: { where: { field: 'opportunity.custom_c', op: 'is', value: 1 } } }] });
  expect(missingFields(playbook, { ...noCustom, person: [{ column: 'custom_b', type: 'text' }] })).toEqual([
    { path: 'personas[0].condition', usedBy: 'Persona “One”', field: 'person.custom_a' },
    { path: 'personas[0].condition', usedBy: 'Persona “One”', field: 'opportunity.custom_c' },
  ]);
});

describe('a test on a custom column of another type than it was written for', () => {
  const sqlOf = (condition: Parameters<typeof compileCondition>[0], type: Column['type']): string =>
    compileCondition(condition, () => ({ sql: 'x', type, isCustom: true }));
  test('takes the value for the type where it can be read so', () => {
    expect(sqlOf({ field: 'person.custom_x', op: 'is', value: '10' }, 'number')).toBe('(x is not distinct from 10)');
    expect(sqlOf({ field: 'person.custom_x', op: 'is', value: 'Yes' }, 'boolean')).toBe('(x is not distinct from true)');
    expect(sqlOf({ field: 'person.custom_x', op: 'is', value: true }, 'text')).toContain("= 'true'");
  });
  test('compares as text where it cannot, and is false where it fits nothing', () => {
    expect(sqlOf({ field: 'person.custom_x', op: 'contains', value: 'a' }, 'number')).toContain('cast(x as varchar)');
    expect(sqlOf({ field: 'person.custom_x', op: 'before', value: '2026-01-31' }, 'boolean')).toContain('try_cast(cast(x as varchar) as timestamp)');
    expect(sqlOf({ field: 'person.custom_x', op: 'before', value: 3 }, 'number')).toBe('(false)');
  });
});
