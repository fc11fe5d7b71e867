import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPlaybook, type Playbook } from '../../src/playbook';
import { Scores, scoreTables } from './score-tables';
import { world } from './score-world';

let scores: Scores;
beforeAll(async () => {
  scores = await Scores.open();
});
afterAll(() => scores.close());

describe('with nothing loaded', () => {
  beforeAll(() => scores.run({}));

  test.each(scoreTables.map((table) => table.name))('%s can be asked', async (name) => {
    await expect(scores.rows(`select * from ${name}`)).resolves.toBeInstanceOf(Array);
  });

  test('every band, stage and role is there with nothing in it', async () => {
    const sizes = await scores.rows(`
      select
        (select (count(*), sum(groups))::varchar from score.band) as bands,
        (select (count(*), sum(people))::varchar from score.person_funnel) as people,
        (select (count(*), sum(groups))::varchar from score.group_funnel) as groups,
        (select (count(*), sum(people))::varchar from score.coverage) as coverage`);
    expect(sizes).toEqual([{ bands: '(16, 0)', people: '(6, 0)', groups: '(18, 0)', coverage: '(12, 0)' }]);
  });

  test('totals are zero, and what cannot be known is null', async () => {
    const rows = await scores.rows('select metric, value from score.totals');
    const unknown = ['average completeness', 'average engagement'];
    for (const row of rows) expect(row.value).toBe(unknown.includes(String(row.metric)) ? null : 0);
    expect(rows).toHaveLength(15);
  });
});

/** What must hold of any scores, and the rows that would break it. */
const invariants: [truth: string, breaches: string][] = [
  ['no funnel of people rises', `
    select 1 from (select people - lead(people) over (order by stage_no) as loss from score.person_funnel) as steps where loss < 0`],
  ['no funnel of groups rises', `
    select 1 from (select groups - lead(groups) over (partition by interest_no order by stage_no) as loss from score.group_funnel) as steps
    where loss < 0`],
  ['a conversion is a percent', `
    select 1 from (select conversion from score.person_funnel union all select conversion from score.group_funnel) as steps
    where not conversion between 0 and 100`],
  ['no more groups meet a condition than reach its stage', 'select 1 from score.group_funnel where groups_met > groups'],
  ['the funnel of all is the sum of the interests', `
    select 1 from score.group_funnel group by stage_no
    having sum(groups) filter (where interest_no is null) <> sum(groups) filter (where interest_no is not null)`],
  ['nobody steps back in time', `
    select 1 from score.person_step
    where list_sort(list_filter([lead_day, mql_day, sal_day, sql_day, opportunity_day, customer_day], lambda day: day is not null))
        <> list_filter([lead_day, mql_day, sal_day, sql_day, opportunity_day, customer_day], lambda day: day is not null)`],
  ['no more people are immature at a stage than stand there', 'select 1 from score.person_funnel where immature_people > people'],
  ['bands add up to groups', 'select 1 from score.band group by measure having sum(groups) <> (select count(*) from role.buying_group)'],
  ['coverage has no more people than members, and no more groups covered than groups', `
    select 1 from score.coverage where people > members or groups_covered > groups or groups_covered > members`],
  ['the members of coverage are the members', 'select 1 where (select sum(members) from score.coverage) <> (select count(*) from role.member)'],
  ['every percent lies from 0 to 100', `
    select 1 from score.buying_group where not completeness between 0 and 100 or not engagement between 0 and 100
    union all select 1 from score.seat where not completeness between 0 and 100
    union all select 1 from score.person_engagement where not score between 0 and 100`],
  ['the best person and the best group have 100', `
    select 1 where (select max(score) from score.person_engagement) <> 100 or (select max(engagement) from score.buying_group) <> 100`],
  ['a group is as complete as its required seats', `
    select 1 from score.group_completeness as groups
    where abs(completeness_mean - (select avg(completeness) from score.seat as seats where seats.group_no = groups.group_no and is_required)) > 1e-9`],
  ['a group engages as the formula says, member by member', `
    select 1 from score.group_engagement as groups
    join (
        select members.group_no, sum(coalesce(scores.score, 0) * seats.weight) / max(used.weight) as weighted_sum
        from role.member as members
        join config.seat as seats using (seat_no)
        join (
            select group_no, sum(weight) as weight
            from (select distinct group_no, seat_no from role.member) as held join config.seat using (seat_no) group by group_no
        ) as used on used.group_no = members.group_no
        left join score.person_engagement as scores using (person_no)
        group by members.group_no
    ) as expected using (group_no)
    where abs(groups.weighted_sum - expected.weighted_sum) > 1e-9`],
  ['missing seats are the required seats that lack people', `
    select 1 from (select group_no, seat_no, missing from score.seat where is_required and missing > 0) as seats
    full join score.missing_seat as gaps using (group_no, seat_no) where seats.missing is distinct from gaps.missing`],
  ['filling every missing place makes a group complete', `
    select 1 from score.missing_seat group by group_no, completeness having abs(completeness + sum(completeness_gain * missing) - 100) > 1e-9`],
  ['every seat that is not full is named', 'select 1 from score.buying_group where len(missing_roles) <> seats_required - seats_filled'],
  ['every group has a stage, a next step and a reason', `
    select 1 where (select count(*) from score.buying_group where stage is not null and next_step is not null and reason is not null)
        <> (select count(*) from role.buying_group)`],
  ['the activities in the window are those of a plain count', `
    select 1 where (select value from score.totals where metric = 'activities in window')
        <> (select count(*) from canon.activity where occurred_at >= '2026-09-01' and occurred_at < '2026-10-01')`],
  ['the pipeline of a group is in one currency', `
    select 1 from score.buying_group as groups
    where open_pipeline <> coalesce((
        select sum(amount) from score.group_opportunity as deals
        where deals.group_no = groups.group_no and is_open and deals.currency is not distinct from groups.currency), 0)`],
  ['each member has a row that explains the seat', 'select 1 where (select count(*) from score.member) <> (select count(*) from role.member)'],
];

describe.each([1, 2, 3])('in a world without sense (%i)', (seed) => {
  beforeAll(() => scores.run(world(seed)));

  test.each(invariants)('%s', async (_, breaches) => {
    expect(await scores.rows(breaches)).toEqual([]);
  });
});

describe('an edit', () => {
  const edited = async (edit: (playbook: Playbook) => void): Promise<string[]> => {
    await scores.rerun(defaultPlaybook);
    const playbook = structuredClone(defaultPlaybook);
    edit(playbook);
    return scores.rerun(playbook);
  };
  beforeAll(() => scores.run(world(1)));

  test('of a threshold counts nothing again', async () => {
    const made = await edited((playbook) => void (playbook.thresholds.complete = 60));
    expect(made).toContain('score.group_state');
    expect(made.filter((name) => /person|activity|completeness|engagement|fact|seated|coverage|band/.test(name))).toEqual([]);
  });

  test("of an activity's weight reads no activity again", async () => {
    const made = await edited((playbook) => void (playbook.engagement.weights['Page Views'] = 50));
    expect(made).toContain('score.person_engagement');
    expect(made.filter((name) => /activity_day|active_member|completeness|coverage/.test(name))).toEqual([]);
  });

  test("of a role's weight counts nobody again", async () => {
    const made = await edited((playbook) => void (playbook.weightings.Vital = 90));
    expect(made).toContain('score.group_engagement');
    expect(made.filter((name) => /person|activity|completeness|seated|coverage/.test(name))).toEqual([]);
  });
});

test('equal weights, and a single type, normalise to 1 by min-max', async () => {
  const engagement = { ...defaultPlaybook.engagement, normalisation: 'min-max' as const, weights: { 'Page Views': 40, 'Email Clicked': 40 } };
  await scores.run(world(1), { engagement });
  expect(await scores.rows('select distinct normalised_weight from score.activity_weight where is_scored')).toEqual([{ normalised_weight: 1 }]);
});

test('when no type has a weight every score is 0, not an error', async () => {
  await scores.run(world(1), { engagement: { ...defaultPlaybook.engagement, weights: { 'Page Views': 0 } } });
  expect(await scores.rows('select * from score.person_engagement')).toEqual([]);
  expect(await scores.rows('select distinct engagement from score.buying_group')).toEqual([{ engagement: 0 }]);
});

test('without a clock nothing is in the window, and no cohort is known', async () => {
  await scores.run({ ...world(1), 'canon.clock': [{ as_of: null, as_of_date: null }] });
  expect(await scores.rows('select * from score.activity_day')).toEqual([]);
  expect(await scores.rows('select sum(people) as people from score.person_funnel')).toEqual([{ people: 0 }]);
});
