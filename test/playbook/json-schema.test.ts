import { Ajv } from 'ajv';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { toPlaybookText } from '../../src/notebook/files';
import { defaultPlaybook, parsePlaybook, type Condition } from '../../src/playbook';
import { playbookJsonSchema } from '../../src/playbook/json-schema';
import { playbookSchema } from '../../src/playbook/schema';

// `format` is said for people and editors; what it means is in the pattern beside it.
const schema = new Ajv({ allErrors: true, validateFormats: false }).compile(playbookJsonSchema());
const door = (json: unknown): boolean => v.safeParse(playbookSchema, json).success;

const everyForm: Condition = {
  all: [
    { any: [{ field: 'title.seniority', op: 'is one of', value: ['vp', 'director'] }] },
    { not: { field: 'person.country', op: 'is empty' } },
    { activity: { of: 'person', types: ['Attend Event'], atLeast: 2, withinDays: 90 } },
    { opportunity: { where: { all: [{ field: 'opportunity.is_won', op: 'is', value: true }] }, atLeast: 1 } },
    { list: 'All accounts' },
  ],
};
const withCondition = (condition: unknown): unknown => ({ ...defaultPlaybook, personas: [{ name: 'One', condition }] });

describe('the published schema', () => {
  test('takes the default playbook, every form of a condition, and a file as it is saved', () => {
    expect(schema(defaultPlaybook)).toBe(true);
    expect(schema(withCondition(everyForm))).toBe(true);
    expect(schema({ ...defaultPlaybook, examples: [{ person: { title: 'CPO', employees: 40 }, expect: { persona: null, role: null, seniority: 'c_level' } }] })).toBe(true);
    const saved: unknown = JSON.parse(toPlaybookText(defaultPlaybook, 'https://example.com/rolecall/index.html'));
    expect(saved).toMatchObject({ $schema: 'https://example.com/rolecall/playbook.schema.json' });
    expect(schema(saved)).toBe(true);
    expect(parsePlaybook(saved)).toEqual(defaultPlaybook);
  });

  test.each<[string, unknown, string]>([
    ['a newer version', { ...defaultPlaybook, version: 2 }, '/version'],
    ['a threshold above 100', { ...defaultPlaybook, thresholds: { complete: 600, engaged: 50 } }, '/thresholds/complete'],
    ['a persona without a name', { ...defaultPlaybook, personas: [{ name: ' ', condition: { all: [] } }] }, '/personas/0/name'],
    ['half a person needed', { ...defaultPlaybook, funnel: { windowDays: 1.5, months: 12 } }, '/funnel/windowDays'],
    ['a key that means nothing', { ...defaultPlaybook, colour: 'red' }, ''],
    ['an operator that is none, deep inside', withCondition({ all: [{ not: { field: 'person.city', op: 'sounds like', value: 'x' } }] }), '/personas/0/condition'],
    ['history inside an opportunity', withCondition({ opportunity: { where: { activity: { atLeast: 1 } } } }), '/personas/0/condition'],
    ['a list where names have values', { ...defaultPlaybook, weightings: [40] }, '/weightings'],
    ['an example of nobody', { ...defaultPlaybook, examples: [{ person: { name: 'Ann' }, expect: {} }] }, '/examples/0/person'],
    ['an example of an unknown level', { ...defaultPlaybook, examples: [{ person: { title: 'x' }, expect: { seniority: 'royal' } }] }, '/examples/0/expect/seniority'],
    ['an example that expects a list', { ...defaultPlaybook, examples: [{ person: { title: 'x' }, expect: [] }] }, '/examples/0/expect'],
    ['a day that is none', { ...defaultPlaybook, asOf: '2026-13-01' }, '/asOf'],
  ])('refuses %s, as the door does', (_, json, path) => {
    expect(schema(json)).toBe(false);
    expect(schema.errors?.some(({ instancePath }) => instancePath.startsWith(path))).toBe(true);
    expect(door(json)).toBe(false);
  });

  test('agrees with the door on playbooks with anything put anywhere', () => {
    const base = JSON.parse(JSON.stringify(withCondition(everyForm))) as unknown;
    const places = placesIn(base);
    // Neither days of a calendar nor names with spaces around them: those only the door can judge.
    const anything = fc.oneof(
      fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 0.5, 100, 101, 1e6, '', 'x', 'is', 'matches', 'max', 'mean', 'account', [], ['x'], [1], [null], {}, { x: 1 }, { all: [] }, { any: [{}] }, { list: 'x' }, { activity: { atLeast: 1 } }, { field: 'x', op: 'is' }, { 'all': [], 'list': 'x' }),
      fc.integer(),
    );
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, fc.boolean(), (place, value, isRemoved) => {
        const json = changed(base, place, value, isRemoved);
        const isTaken = door(json);
        outcomes[isTaken ? 'taken' : 'refused'] += 1;
        expect([place.join('.'), value, schema(json)]).toEqual([place.join('.'), value, isTaken]);
      }),
      { numRuns: 3000 },
    );
    expect(outcomes.taken).toBeGreaterThan(50);
    expect(outcomes.refused).toBeGreaterThan(50);
  });
});

/** Every place of a document, as the keys that lead to it. */
function placesIn(json: unknown, place: string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [place];
  return [...(place.length > 0 ? [place] : []), ...Object.entries(json).flatMap(([key, value]) => placesIn(value, [...place, key]))];
}

/** The document with one place taken out or with something else in it. */
function changed(json: unknown, [key = '', ...rest]: string[], value: unknown, isRemoved: boolean): unknown {
  const copy = Array.isArray(json) ? [...(json as unknown[])] : { ...(json as object) };
  // A list or an object, both of which are asked by key here.
  const at = copy as Record<string, unknown>;
  if (rest.length > 0) at[key] = changed(at[key], rest, value, isRemoved);
  else if (isRemoved && !Array.isArray(copy)) Reflect.deleteProperty(at, key);
  else at[key] = value;
  return copy;
}
