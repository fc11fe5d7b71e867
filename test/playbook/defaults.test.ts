import { describe, expect, test } from 'vitest';
import { configTables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

const rowsOf = (name: string): unknown[][] => configTables(defaultPlaybook).find((table) => table.name === name)?.rows ?? [];

describe('the default playbook', () => {
  test('§1.1: has the ten personas of AJO, within its limits of 20 personas', () => {
    expect(defaultPlaybook.personas.map(({ name }) => name).sort()).toEqual([
      'Analyst', 'CXO / EVP', 'Consultant', 'Developer', 'Individual Contributor', 'Other', 'Professional Staff',
      'SVP / VP', 'Senior Director / Director', 'Senior Manager / Manager',
    ]);
  });

  test('§1.2: has the six default roles first', () => {
    expect(defaultPlaybook.roles).toEqual(['Decision Maker', 'Influencer', 'Practitioner', 'Executive Steering Committee', 'Champion', 'Other']);
  });

  test('§1.2: weighs Trivial 20, Minor 40, Normal 60, Important 80, Vital 100', () => {
    expect(defaultPlaybook.weightings).toEqual({ Trivial: 20, Minor: 40, Normal: 60, Important: 80, Vital: 100 });
  });

  test('§1.3: gives every interest one live template and an audience', () => {
    const live = defaultPlaybook.templates.filter(({ isLive }) => isLive).map(({ name }) => name);
    for (const interest of defaultPlaybook.interests) expect(live).toContain(interest.template);
    expect(rowsOf('config.interest')).toEqual([[1, 'Growth Suite', 1, 1], [2, 'Data Platform', 2, 1]]);
  });

  test('§1.5: scores the eight activity types over 30 days, at most 20 of a kind a day', () => {
    expect(rowsOf('config.engagement')).toEqual([[30, 20, 'max']]);
    expect(Object.fromEntries(rowsOf('config.activity_weight') as [string, number][])).toEqual({
      'Attend Event': 60, 'Email Clicked': 30, 'Email Opened': 30, 'Form Filled Out': 40, 'Interesting Moment': 60,
      'Link Clicks': 40, 'Page Views': 40, 'Register for Event': 60,
    });
  });
});

describe('the playbook as rows', () => {
  test('§1.2: seats are numbered in the order of their templates, weights and all', () => {
    expect(rowsOf('config.seat').slice(0, 7)).toEqual([
      [1, 1, 1, 'Decision Maker', 'Vital', 100, 1, true, true],
      [2, 1, 2, 'Executive Steering Committee', 'Important', 80, 1, false, true],
      [3, 1, 3, 'Champion', 'Important', 80, 1, true, true],
      [4, 1, 4, 'Influencer', 'Normal', 60, 2, true, true],
      [5, 1, 5, 'Practitioner', 'Minor', 40, 2, true, true],
      [6, 1, 6, 'Other', 'Trivial', 20, 1, false, false],
      [7, 2, 1, 'Decision Maker', 'Vital', 100, 1, true, true],
    ]);
  });

  test('§1.3: a hand outranks the CRM, which outranks a journey, which outranks the title rule', () => {
    expect(rowsOf('config.membership_source')).toEqual([['manual', 1], ['crm', 2], ['journey', 3], ['rule', 4]]);
  });

  test('§1.7: the bands of a whole percent leave no gap', () => {
    const bands = rowsOf('config.band').filter(([measure]) => measure === 'completeness');
    expect(bands.map(([, , band]) => band)).toEqual(['0–25', '26–50', '51–75', '76–100']);
    const covered = bands.flatMap(([, , , low, high]) => Array.from({ length: Number(high) - Number(low) + 1 }, (_, at) => Number(low) + at));
    expect(covered).toEqual(Array.from({ length: 101 }, (_, at) => at));
  });

  test.each([
    ['business user', 'Practitioner'], ['decision maker', 'Decision Maker'], ['economic buyer', 'Decision Maker'],
    ['economic decision maker', 'Decision Maker'], ['evaluator', 'Influencer'], ['executive sponsor', 'Executive Steering Committee'],
    ['influencer', 'Influencer'], ['technical buyer', 'Influencer'], ['other', 'Other'],
  ])('§2.4: Salesforce’s contact role “%s” is %s', (given, role) => {
    expect(rowsOf('config.given_role')).toContainEqual([given, role]);
  });

  test.each([
    ['blocker', 'Other'], ['budget_holder', 'Decision Maker'], ['champion', 'Champion'], ['decision_maker', 'Decision Maker'],
    ['end_user', 'Practitioner'], ['executive_sponsor', 'Executive Steering Committee'], ['influencer', 'Influencer'],
    ['legal_and_compliance', 'Influencer'], ['other', 'Other'],
  ])('§2.5: HubSpot’s buying role “%s” is %s', (given, role) => {
    expect(rowsOf('config.given_role')).toContainEqual([given, role]);
  });

  test('a role of the playbook is found under its own name, whatever a CRM means by it', () => {
    const own = configTables({ ...defaultPlaybook, roles: [...defaultPlaybook.roles, 'Evaluator'] });
    const given = own.find(({ name }) => name === 'config.given_role')?.rows;
    expect(given).toContainEqual(['evaluator', 'Evaluator']);
    expect(given?.filter(([name]) => name === 'evaluator')).toHaveLength(1);
  });

  test('an as-of date is all of that day, in UTC; without one the clock is empty', () => {
    expect(rowsOf('config.clock')).toEqual([[null]]);
    const set = configTables({ ...defaultPlaybook, asOf: '2026-03-31' }).find(({ name }) => name === 'config.clock');
    expect(set?.rows).toEqual([['2026-03-31 23:59:59']]);
  });
});
