import { describe, expect, test } from 'vitest';
import { openNodeDatabase } from '../../src/engine/node-database';
import { toErrorParts } from '../../src/engine/errors';
import { defaultPlaybook, parsePlaybook, type Condition } from '../../src/playbook';
import { patternFault } from '../../src/playbook/pattern';

const refusalOf = (json: unknown): { code: string; message: string } => {
  try {
    parsePlaybook(json);
    return { code: '', message: '' };
  } catch (thrown) {
    return toErrorParts(thrown);
  }
};
const withPersona = (condition: unknown): unknown => ({ ...defaultPlaybook, personas: [{ name: 'One', condition }] });
const seatWith = (change: object): unknown => {
  const [template, ...rest] = structuredClone(defaultPlaybook.templates);
  const [seat, ...seats] = template?.seats ?? [];
  return { ...defaultPlaybook, templates: [{ ...template, seats: [{ ...seat, ...change }, ...seats] }, ...rest] };
};
const withExample = (expect: object): unknown => ({ ...defaultPlaybook, examples: [{ person: { title: 'x' }, expect }] });

test('the default playbook is a valid one, and comes through JSON unchanged', () => {
  expect(parsePlaybook(JSON.parse(JSON.stringify(defaultPlaybook)))).toEqual(defaultPlaybook);
});

test('a playbook of before names could be alike is read with the default', () => {
  const older: Record<string, unknown> = { ...defaultPlaybook };
  delete older.matching;
  expect(parsePlaybook(older)).toEqual(defaultPlaybook);
});

test('a playbook from before types could be named says nothing of them', () => {
  const old: Record<string, unknown> = { ...defaultPlaybook };
  delete old.activityAliases;
  expect(parsePlaybook(old)).toEqual(defaultPlaybook);
});

describe('a playbook is refused, with the place and the reason,', () => {
  test.each<[why: string, json: unknown, message: string]>([
    ['that is no playbook at all', 42, 'playbook: expected Object but received 42'],
    ['that names an activity type we do not have', { ...defaultPlaybook, activityAliases: { Demo: 'Demos' } }, 'activityAliases.Demo: there is no activity type “Demos”'],
    ['of a later version', { ...defaultPlaybook, version: 2 }, 'version: is a version that this Rolecall does not know'],
    ['with a key that nothing reads', { ...defaultPlaybook, thresholds: { complete: 70, engaged: 50, done: 1 } }, 'thresholds.done: expected never'],
    ['with a threshold that is no percentage', { ...defaultPlaybook, thresholds: { complete: 170, engaged: 50 } }, 'thresholds.complete: is above 100'],
    ['that leaves out a source of members', { ...defaultPlaybook, precedence: ['manual', 'crm', 'rule'] }, 'precedence: needs manual, crm, journey and rule, each once'],
    ['that takes names half alike for equal', { ...defaultPlaybook, matching: { companyName: 0.5 } }, 'matching.companyName: is below 0.8'],
    ['with a date that no calendar has', { ...defaultPlaybook, asOf: '2026-02-30' }, 'asOf: is a day that no calendar has'],
    ['with an unknown operator', withPersona({ field: 'title.job_title', op: 'resembles', value: 'x' }), 'personas[0].condition.op: expected'],
    ['with an unknown field', withPersona({ all: [{ not: { field: 'title.nope', op: 'is', value: 'x' } }] }), 'personas[0].condition.all[0].not.field: there is no field “title.nope”'],
    ['whose persona asks for a persona', withPersona({ field: 'person.persona', op: 'is', value: 'x' }), 'personas[0].condition.field: “person.persona” is not known at this point'],
    ['whose test does not fit its field', withPersona({ field: 'title.is_current', op: 'contains', value: 'x' }), 'personas[0].condition: “contains” does not fit yes or no'],
    ['whose test lacks its value', withPersona({ field: 'title.job_title', op: 'is' }), 'personas[0].condition: “is” needs a value'],
    ['whose number is text', withPersona({ field: 'account.employees', op: '>', value: '10' }), 'personas[0].condition: the value must be a number'],
    ['whose date is none', withPersona({ field: 'person.created_at', op: 'before', value: '31/12/2025' }), 'personas[0].condition: the value must be a date'],
    ['whose pattern looks ahead', withPersona({ field: 'title.job_title', op: 'matches', value: 'vp(?! sales)' }), 'personas[0].condition: looking ahead or behind is not supported'],
    ['whose pattern is broken', withPersona({ field: 'title.job_title', op: 'matches', value: '(vp' }), 'personas[0].condition: /(vp/: Unterminated group'],
    ['with a seat nobody can need', seatWith({ people: 0 }), 'templates[0].seats[0].people: is below 1'],
    ['with a seat of an unknown role', seatWith({ role: 'King' }), 'templates[0].seats[0].role: there is no role “King”'],
    ['with a seat of an unknown weighting', seatWith({ weighting: 'Huge' }), 'templates[0].seats[0].weighting: there is no weighting “Huge”'],
    ['with two roles of one name', { ...defaultPlaybook, roles: [...defaultPlaybook.roles, 'champion'] }, 'roles[6]: “champion” is there already'],
    ['with a phrase of an unknown level', { ...defaultPlaybook, titles: { phrases: [{ phrase: 'king', seniority: 'royal' }] } }, 'titles.phrases[0].seniority: expected'],
    ['with a phrase that says nothing', { ...defaultPlaybook, titles: { phrases: [{ phrase: 'king' }] } }, 'titles.phrases[0]: says neither a seniority, a function, a modifier nor a persona'],
    ['with a phrase for a persona there is not', { ...defaultPlaybook, titles: { phrases: [{ phrase: 'king', persona: 'Kings' }] } }, 'titles.phrases[0].persona: there is no persona “Kings”'],
    ['with a level that is no choice there', { ...defaultPlaybook, titles: { phrases: [], levels: { headOf: 'owner' } } }, 'titles.levels.headOf: expected'],
    ['with an example that expects nothing', withExample({}), 'examples[0].expect: expects nothing; say a persona, a level, a function or a role'],
    ['with an example for a persona there is not', withExample({ persona: 'Kings' }), 'examples[0].expect.persona: there is no persona “Kings”'],
    ['with an example for a role there is not', withExample({ role: 'King' }), 'examples[0].expect.role: there is no role “King”'],
    ['with an example for a solution there is not', withExample({ role: null, solutionInterest: 'S' }), 'examples[0].expect.solutionInterest: there is no solution interest “S”'],
    ['with an example that names a solution and no role', withExample({ function: 'sales', solutionInterest: 'Growth Suite' }), 'examples[0].expect.solutionInterest: says for which solution, but not which role'],
    ['whose interest has no template', { ...defaultPlaybook, interests: [{ name: 'I', template: 'T', audience: 'All accounts' }] }, 'interests[0].template: there is no template “T”'],
  ])('%s', (_, json, message) => {
    const refusal = refusalOf(json);
    expect(refusal.code).toBe('playbook.invalid');
    expect(refusal.message).toContain(message);
  });

  test('by its version alone, when that is a later one that may have other parts', () => {
    expect(refusalOf({ format: 'rolecall-playbook', version: 2, seats: [] }).message.split('\n').slice(1)).toEqual([
      'version: is a version that this Rolecall does not know; it reads version 1',
    ]);
  });

  test('once for every fault', () => {
    const both: Condition = { all: [{ field: 'a.b', op: 'is', value: 1 }, { field: 'c.d', op: 'is', value: 1 }] };
    expect(refusalOf(withPersona(both)).message.split('\n').slice(1)).toEqual([
      'personas[0].condition.all[0].field: there is no field “a.b”',
      'personas[0].condition.all[1].field: there is no field “c.d”',
    ]);
  });
});

test('a pattern that the door lets through is one that the engine can run, and the common slips are caught', async () => {
  const good = ['^vp\\b', '(?i)ceo', '[[:alpha:]]+', '\\d{1,3}', 'a|b', '\\p{L}+', '\\.', 'x{1000}', '(?:a)(b)?', '\\/', '\\\\1'];
  const bad = ['(', 'a**', '[', '[z-a]', 'x{1001}', '(?=a)', '(?<!a)b', '(a)\\1', '\\k<n>', '[]', 'a\\', '\\u0041', '\\cA', '+'];
  const database = await openNodeDatabase();
  for (const pattern of good) {
    expect([pattern, patternFault(pattern)]).toEqual([pattern, null]);
    await database.query(`select regexp_matches('abc', '${pattern}', 'i')`);
  }
  for (const pattern of bad) {
    expect([pattern, patternFault(pattern) === null]).toEqual([pattern, false]);
    await expect(database.query(`select regexp_matches('abc', '${pattern}', 'i')`)).rejects.toThrow();
  }
  await database.close();
});
