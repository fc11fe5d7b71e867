import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPlaybook, type Seat, type Template } from '../../src/playbook';
import completeness from './vectors/completeness.json';
import engagement from './vectors/engagement.json';
import { Scores, tableSql, type Given } from './score-tables';

let scores: Scores;
beforeAll(async () => {
  scores = await Scores.open();
});
afterAll(() => scores.close());

const seat = (role: string, people: number, isRequired: boolean, weighting = 'Normal'): Seat => ({
  role,
  weighting,
  people,
  isRequired,
  isAutoAssign: true,
  condition: null,
});
/** One template and one interest for each list of seats. */
const templates = (lists: Seat[][]): { templates: Template[]; interests: { name: string; template: string; audience: string }[] } => ({
  templates: lists.map((seats, at) => ({ name: `template ${at + 1}`, isLive: true, seats })),
  interests: lists.map((_, at) => ({ name: `interest ${at + 1}`, template: `template ${at + 1}`, audience: 'All accounts' })),
});
const groups = (count: number): Given['rows'] =>
  Array.from({ length: count }, (_, at) => ({
    group_no: at + 1,
    account_no: 1,
    interest_no: at + 1,
    template_no: at + 1,
    group_name: `interest ${at + 1} for one`,
  }));
const one = { 'canon.account': [{ account_no: 1, account_name: 'one' }] };

describe('the completeness vectors come out to 1e-9', () => {
  test('of a role', async () => {
    const cases = completeness.role;
    await scores.run(
      {
        ...one,
        'role.buying_group': groups(cases.length),
        'role.member': cases.flatMap((each, at) => seated(at + 1, at + 1, each.assigned)),
      },
      templates(cases.map((each) => [seat(each.role, each.required, true)])),
    );
    const rows = await scores.rows('select completeness from score.seat order by group_no');
    cases.forEach((each, at) => expect(rows[at]?.completeness).toBeCloseTo(each.expected, 9));
  });

  test.each(['mean', 'binary'] as const)('of a group, by the %s', async (variant) => {
    const cases = completeness.group;
    const lists = cases.map((each) => each.roles.map((role, at) => seat(`role ${at}`, role.required, role.requiredForScore)));
    const first = lists.map((_, at) => lists.slice(0, at).flat().length + 1);
    await scores.run(
      {
        ...one,
        'role.buying_group': groups(cases.length),
        'role.member': cases.flatMap((each, at) =>
          each.roles.flatMap((role, index) => seated(at + 1, (first[at] ?? 0) + index, role.assigned, index * 100)),
        ),
      },
      { ...templates(lists), completeness: { variant } },
    );
    const rows = await scores.rows('select * from score.group_completeness order by group_no');
    cases.forEach((each, at) => {
      expectNear(rows[at]?.completeness_mean, each.mean);
      expectNear(rows[at]?.completeness_binary, each.binary);
      expectNear(rows[at]?.completeness, each[variant]);
    });
  });
});

const seated = (group: number, seatNo: number, people: number, from = 0): Given['rows'] =>
  Array.from({ length: people }, (_, at) => ({ group_no: group, seat_no: seatNo, person_no: group * 1000 + from + at }));

function expectNear(actual: unknown, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 9);
}

// The example's activities, two days, one group.
const people = Object.entries(engagement.activities).map(([name, { role, ...counts }], at) => ({ no: at + 1, name, role, counts }));
const roles = Object.keys(engagement.roleWeights);
const days = ['2026-09-29', '2026-09-30'];
const model = defaultPlaybook.engagement;
const given: Given = {
  ...one,
  'role.buying_group': groups(1),
  'role.member': people.map((person) => ({ group_no: 1, person_no: person.no, seat_no: roles.indexOf(person.role) + 1 })),
  'canon.clock': [{ as_of: '2026-09-30 12:00:00', as_of_date: '2026-09-30' }],
  'canon.activity': people.flatMap((person) =>
    Object.entries(person.counts).flatMap(([type, perDay]) =>
      days.flatMap((day, at) =>
        Array.from({ length: perDay[at] ?? 0 }, () => ({ person_no: person.no, occurred_at: `${day} 10:00:00`, activity_type: type })),
      ),
    ),
  ),
};
const weighting: Record<number, string> = { 100: 'Vital', 80: 'Important', 60: 'Normal' };
const exampleTemplate = templates([
  Object.entries(engagement.roleWeights).map(([role, weight]) => seat(role, 1, true, weighting[weight])),
]);

describe.each(engagement.cases)('the engagement vector with weights by $weightNormalisation comes out to 1e-6', (expected) => {
  test('weights, raw sums, people and the group', async () => {
    // The vector's JSON types this as text; its two values are the playbook's.
    const normalisation = expected.weightNormalisation as 'max' | 'min-max';
    await scores.run(given, { ...exampleTemplate, engagement: { ...model, dailyCap: engagement.dailyCap, normalisation } });
    const weights = await scores.rows('select * from score.activity_weight');
    expect(weights.length).toBe(Object.keys(expected.normalisedWeights).length);
    for (const row of weights) {
      expect(row.normalised_weight).toBeCloseTo(valueOf(expected.normalisedWeights, row.activity_type), 9);
    }
    const found = await scores.rows('select * from score.person_engagement order by person_no');
    expect(found.length).toBe(people.length);
    people.forEach((person, at) => {
      expect(found[at]?.raw).toBeCloseTo(valueOf(expected.raw, person.name), 6);
      expect(found[at]?.score).toBeCloseTo(valueOf(expected.personScore, person.name), 6);
    });
    const [group] = await scores.rows('select *, sqrt(weighted_sum) as root from score.group_engagement');
    expect(group?.weighted_sum).toBeCloseTo(expected.groupWeightedSum, 6);
    expect(group?.root).toBeCloseTo(expected.groupSqrt, 6);
    expect(group?.engagement).toBeCloseTo(expected.groupScore, 6);
  });
});

const valueOf = (values: Record<string, number>, name: unknown): number => {
  const value = values[String(name)];
  if (value === undefined) throw new Error(`no expected value for ${String(name)}`);
  return value;
};

test("the printed example's role-weight step gives 35.25", async () => {
  // The step alone: one member per role, and the role's total as that person's score.
  const { roleTotals, final } = engagement.printedExample;
  const members = Object.keys(roleTotals).map((role, at) => ({ group_no: 1, person_no: at + 1, seat_no: roles.indexOf(role) + 1 }));
  await scores.run({ ...given, 'role.member': members }, exampleTemplate);
  const totals = Object.values(roleTotals).map((total, at) => `(${at + 1}, ${total}, 1, timestamp '2026-09-30')`);
  await scores.database.run('delete from score.person_engagement');
  await scores.database.run(`insert into score.person_engagement (person_no, score, activities, last_activity_at) values ${totals.join(', ')}`);
  await scores.database.run(`create or replace table score.group_earned as ${tableSql('score.group_earned')}`);
  const [group] = await scores.rows('select weighted_sum from score.group_engagement');
  expect(group?.weighted_sum).toBeCloseTo(final, 9);
});
