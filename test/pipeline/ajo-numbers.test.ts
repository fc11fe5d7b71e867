import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRole, addSeat, addTemplate, defaultPlaybook, type Playbook, type Seat } from '../../src/playbook';
import { Scores, tableSql, type Given } from './score-tables';

let scores: Scores;
beforeAll(async () => {
  scores = await Scores.open();
});
afterAll(() => scores.close());

const seat = (role: string, weighting: string, people = 1, isRequired = true): Seat => ({ role, weighting, people, isRequired, isAutoAssign: true, condition: null });
const rulesWith = (...seats: Seat[]): Partial<Playbook> => ({
  templates: [{ name: 'Team', isLive: true, seats }],
  interests: [{ name: 'One', template: 'Team', audience: 'All accounts' }],
});
/** One group of one account, with so many people in each seat: person 1 first. */
const groupOf = (...people: number[]): Given => ({
  'canon.account': [{ account_no: 1, account_name: 'one' }],
  'role.buying_group': [{ group_no: 1, account_no: 1, interest_no: 1, template_no: 1, group_name: 'One for one' }],
  'role.member': people
    .flatMap((count, at) => Array.from({ length: count }, () => at + 1))
    .map((seat_no, at) => ({ group_no: 1, person_no: at + 1, seat_no })),
});

type Act = [person: number, type: string, at: string, times: number];
/** What was given, and acts up to 30 September. */
const actsOf = (given: Given, list: Act[]): Given => ({
  ...given,
  'canon.clock': [{ as_of: '2026-09-30 12:00:00', as_of_date: '2026-09-30' }],
  'canon.activity': list.flatMap(([person_no, activity_type, occurred_at, times]) => Array.from({ length: times }, () => ({ person_no, activity_type, occurred_at }))),
});

describe('§1.2 and §1.5: roles', () => {
  const seats = [seat('Decision Maker', 'Vital'), seat('Influencer', 'Important'), seat('Practitioner', 'Normal')];
  /** The weighted sum of a group whose people have these scores. */
  async function weightedSum(people: number[], personScores: number[]): Promise<number> {
    // Only who did something earns anything; what they did is replaced by the scores.
    const given = actsOf(groupOf(...people), personScores.map((_, at) => [at + 1, 'Page Views', '2026-09-29 10:00:00', 1]));
    await scores.run(given, rulesWith(...seats));
    await scores.database.run('delete from score.person_engagement');
    const rows = personScores.map((score, at) => `(${at + 1}, ${score}, 1, timestamp '2026-09-30')`);
    await scores.database.run(`insert into score.person_engagement (person_no, score, activities, last_activity_at) values ${rows.join(', ')}`);
    await scores.database.run(`create or replace table score.group_earned as ${tableSql('score.group_earned')}`);
    const [group] = await scores.rows('select weighted_sum from score.group_engagement');
    return Number(group?.weighted_sum);
  }

  test.each([[0, 41.67], [1, 33.33], [2, 25]])('§1.2: Vital, Important and Normal in use weigh 41.67, 33.33 and 25 percent (seat %i)', async (at, percent) => {
    const ofOne = [0, 0, 0].with(at, 100);
    expect(await weightedSum([1, 1, 1], ofOne)).toBeCloseTo(percent, 2);
  });

  test('§1.5: 52, 28 and 17 come to 21.67 + 9.33 + 4.25 = 35.25', async () => {
    expect(await weightedSum([1, 1, 1], [52, 28, 17])).toBeCloseTo(35.25, 9);
  });

  test('§0.5: members of one role are summed, so that two Practitioners beat one Decision Maker', async () => {
    const practitioners = await weightedSum([1, 1, 2], [0, 0, 100, 100]);
    const decisionMaker = await weightedSum([1, 1, 2], [100, 0, 0, 0]);
    expect(practitioners).toBeCloseTo(50, 9);
    expect(decisionMaker).toBeCloseTo(41.67, 2);
  });

  test('§1.2: a role that is not in use weighs nothing, so that the others share it all', async () => {
    expect(await weightedSum([1, 1, 0], [100, 100])).toBeCloseTo(100, 9);
    expect(await weightedSum([1, 0, 0], [100])).toBeCloseTo(100, 9);
  });
});

describe('§1.2: a new seat', () => {
  test('needs one person, and counts for completeness', () => {
    expect(addTemplate(defaultPlaybook).templates.at(-1)?.seats).toMatchObject([{ people: 1, isRequired: true }]);
    expect(addSeat(addRole(defaultPlaybook), 0).templates[0]?.seats.at(-1)).toMatchObject({ people: 1, isRequired: true });
  });

  test('is of a template that starts as a draft', () => {
    expect(addTemplate(defaultPlaybook).templates.at(-1)?.isLive).toBe(false);
  });
});

describe('§1.4: completeness', () => {
  test.each([[1, 3, 33], [2, 5, 40], [0, 3, 0], [4, 3, 100], [2, 3, 67]])('§1.4: %i of %i people is %i percent of the role', async (assigned, needed, shown) => {
    await scores.run(groupOf(assigned), rulesWith(seat('Champion', 'Normal', needed)));
    const [row] = await scores.rows('select completeness from score.seat');
    expect(Math.round(Number(row?.completeness))).toBe(shown);
    expect(row?.completeness).toBeCloseTo(100 * Math.min(1, assigned / needed), 9);
  });

  test('§1.4: 100, 100 and 50 over three required roles is 83 percent, and a role that is not required does not count', async () => {
    const three = [seat('Champion', 'Normal'), seat('Influencer', 'Normal'), seat('Practitioner', 'Normal', 2)];
    await scores.run(groupOf(1, 1, 1), rulesWith(...three, seat('Other', 'Trivial', 1, false)));
    const [group] = await scores.rows('select completeness from score.group_completeness');
    expect(Math.round(Number(group?.completeness))).toBe(83);
  });

  test('§1.4: counted full or not, the same group is two of three', async () => {
    const three = [seat('Champion', 'Normal'), seat('Influencer', 'Normal'), seat('Practitioner', 'Normal', 2)];
    await scores.run(groupOf(1, 1, 1), { ...rulesWith(...three), completeness: { variant: 'binary' } });
    const [group] = await scores.rows('select completeness from score.group_completeness');
    expect(group?.completeness).toBeCloseTo(66.666_666_667, 6);
  });

  test('§1.4: without a required role it is not known, neither 0 nor 100', async () => {
    await scores.run(groupOf(1), rulesWith(seat('Champion', 'Normal', 1, false)));
    expect(await scores.rows('select completeness from score.group_completeness')).toEqual([{ completeness: null }]);
  });
});

describe('§1.5: engagement', () => {
  const acts = (...list: Act[]): Given => actsOf(groupOf(3), list);
  const rules = rulesWith(seat('Champion', 'Normal', 3));
  const rawOf = async (given: Given): Promise<Record<string, unknown>> => {
    await scores.run(given, rules);
    return Object.fromEntries((await scores.rows('select person_no, raw from score.person_engagement')).map((row) => [String(row.person_no), row.raw]));
  };

  test('§1.5: 20 acts of one kind by one person on one day count, and 37 count as 20', async () => {
    expect(await rawOf(acts([1, 'Page Views', '2026-09-29 10:00:00', 20], [2, 'Page Views', '2026-09-29 10:00:00', 37], [3, 'Page Views', '2026-09-28 10:00:00', 19]))).toEqual({ 1: 20, 2: 20, 3: 19 });
  });

  test('§1.5: the cap is of each kind and each day by itself', async () => {
    expect(await rawOf(acts([1, 'Page Views', '2026-09-28 10:00:00', 37], [1, 'Page Views', '2026-09-29 10:00:00', 37], [1, 'Link Clicks', '2026-09-29 10:00:00', 37]))).toEqual({ 1: 60 });
  });

  test('§1.5: thirty days count, the day thirty days before the as-of day no longer', async () => {
    expect(await rawOf(acts([1, 'Page Views', '2026-08-31 23:59:59', 1], [2, 'Page Views', '2026-09-01 00:00:00', 1]))).toEqual({ 2: 1 });
  });

  const weightOf = async (type: string, normalisation: 'max' | 'min-max', types: string[]): Promise<unknown> => {
    await scores.run(acts(...types.map((each): Act => [1, each, '2026-09-29 10:00:00', 1])), { ...rules, engagement: { ...defaultPlaybook.engagement, normalisation } });
    const rows = await scores.rows('select activity_type, normalised_weight from score.activity_weight');
    return rows.find((row) => row.activity_type === type)?.normalised_weight;
  };
  const all = Object.keys(defaultPlaybook.engagement.weights);

  test.each([['Email Opened', 0.5, 0], ['Email Clicked', 0.5, 0], ['Page Views', 2 / 3, 1 / 3], ['Form Filled Out', 2 / 3, 1 / 3], ['Attend Event', 1, 1], ['Interesting Moment', 1, 1]])(
    '§1.5: among all default kinds, %s weighs %d of the greatest, and %d from least to greatest', async (type, ofMax, ofRange) => {
      expect(await weightOf(type, 'max', all)).toBeCloseTo(ofMax, 9);
      expect(await weightOf(type, 'min-max', all)).toBeCloseTo(ofRange, 9);
    },
  );

  test('§1.5: one kind alone weighs 1 by either, where the formula would be 0 / 0', async () => {
    expect(await weightOf('Email Opened', 'min-max', ['Email Opened'])).toBe(1);
    expect(await weightOf('Email Opened', 'max', ['Email Opened'])).toBe(1);
  });
});
