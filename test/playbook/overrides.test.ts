import { describe, expect, test } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import { configTables } from '../../src/pipeline';
import { defaultPlaybook, isSamePair, noOverrides, parseOverrides, withMerge, withoutMerge, type Merge, type MemberAction } from '../../src/playbook';

const ada: Merge = { entity: 'person', one: { system: 'Salesforce', id: '003' }, other: { email: 'ada@acme.example' }, verdict: 'same', madeAt: '2026-10-01T09:30:00Z' };
const acme: Merge = { entity: 'account', one: { domain: 'acme.example' }, other: { name: 'Acme' }, verdict: 'different', madeAt: '2026-10-01T09:30:00.250Z' };
const seat: MemberAction = {
  action: 'add', account: { domain: 'acme.example' }, solutionInterest: 'Growth Suite', person: { name: 'Ada Byron', company: 'Acme' }, role: null,
  madeAt: '2026-10-01T09:30:00Z', note: 'Asked for it', by: 'Kim Oh',
};
const whole = { ...noOverrides, merges: [ada, acme], members: [seat] };

describe('overrides from outside', () => {
  test.each([undefined, null])('that are %s are none', (absent) => expect(parseOverrides(absent)).toEqual(noOverrides));

  test('come through JSON as they were', () => expect(parseOverrides(JSON.parse(JSON.stringify(whole)))).toEqual(whole));

  test.each([
    ['another format', { ...whole, format: 'rolecall-playbook' }, 'format'],
    ['another version', { ...whole, version: 2 }, 'version'],
    ['an account by its email', { ...whole, merges: [{ ...acme, one: { email: 'a@b.example' } }] }, 'merges.0.one: names no account'],
    ['a person by a domain', { ...whole, merges: [{ ...ada, one: { domain: 'b.example' } }] }, 'merges.0.one: names no person'],
    ['an empty id', { ...whole, merges: [{ ...ada, one: { system: 'Salesforce', id: '' } }] }, 'merges.0.one'],
    ['a verdict of its own', { ...whole, merges: [{ ...ada, verdict: 'perhaps' }] }, 'merges.0.verdict'],
    ['no time', { ...whole, members: [{ ...seat, madeAt: 'yesterday' }] }, 'members.0.madeAt: is no ISO time'],
    ['a list', [ada], 'format: '],
  ])('with %s are refused, and it is said where', (_, json, place) => {
    const error = (() => { try { return parseOverrides(json); } catch (thrown) { return thrown; } })();
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'overrides.invalid' });
    expect((error as EngineError).message).toContain(place);
  });
});

describe('a decision', () => {
  const turned: Merge = { ...ada, one: ada.other, other: ada.one, verdict: 'different' };

  test('is about two records in whatever order', () => {
    expect(isSamePair(ada, turned)).toBe(true);
    expect(isSamePair(ada, { ...ada, one: { system: 'HubSpot', id: '003' } })).toBe(false);
  });

  test('takes the place of an earlier one about the same records', () => {
    expect(withMerge(whole, turned).merges).toEqual([acme, turned]);
  });

  test('is gone when taken back, and the others stay', () => {
    expect(withoutMerge(whole, turned)).toEqual({ ...whole, merges: [acme] });
  });
});

test('decisions are rows in the order they were made, times to the second in UTC', () => {
  const tables = new Map(configTables(defaultPlaybook, whole).map((table) => [table.name, table]));
  expect(tables.get('config.merge')?.rows).toEqual([
    [1, 'person', 'same', '2026-10-01 09:30:00', 'id', '003', 'Salesforce', 'email', 'ada@acme.example', null],
    [2, 'account', 'different', '2026-10-01 09:30:00', 'domain', 'acme.example', null, 'name', 'Acme', null],
  ]);
  expect(tables.get('config.member_action')?.rows).toEqual([
    [1, 'add', 'Growth Suite', null, '2026-10-01 09:30:00', 'Asked for it', 'Kim Oh', 'domain', 'acme.example', null, 'name', 'Ada Byron', 'Acme'],
  ]);
});
