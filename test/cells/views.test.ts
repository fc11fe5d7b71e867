import { describe, expect, test } from 'vitest';
import { sourceSql } from '../../src/cells/chart';
import { chosenColumns } from '../../src/cells/chart/columns';
import { toSeats } from '../../src/cells/group-panel/group-panel.svelte';
import { GroupPanelState } from '../../src/cells/group-panel/group-panel.svelte';
import { nameKey, toDecided, toPair, withoutDecided } from '../../src/cells/duplicates/pairs';
import { toHandAction } from '../../src/cells/group-panel/hand';
import { noOverrides, parseOverrides, withMembers, withMerge, withoutMembers, type Merge } from '../../src/playbook';
import { toTiles, type TotalRow } from '../../src/cells/totals/tiles';
import { entityLabel, levelLabel, matchLabel, sentence } from '../../src/cells/words';
import { emptyResult, type Result } from '../../src/ui/result';

describe('tiles', () => {
  const row = (metric: string, value: number | null, unit = 'count', note: string | null = null): TotalRow => ({ metric, value, unit, note });

  test('say what each number is out of', () => {
    const tiles = toTiles([row('people', 2000), row('people in a buying group', 500), row('average completeness', 57.4, 'percent'), row('groups complete', 12)]);
    expect(tiles).toEqual([
      { label: 'Average completeness', value: '57%', note: '12 groups are complete' },
      { label: 'People with a seat', value: '500', note: '25% of 2,000 people' },
    ]);
  });

  test('tell money in its currency and what is left out of it', () => {
    expect(toTiles([row('open pipeline', 1_700_000, 'money', 'USD, 14 opportunities in other currencies left out')])).toEqual([
      { label: 'Open pipeline', value: '$1.7M', note: '14 opportunities in other currencies left out' },
    ]);
  });

  test('show a dash for what is not known, and nothing for nothing', () => {
    expect(toTiles([row('average engagement', null, 'percent')])[0]?.value).toBe('–');
    expect(toTiles([])).toEqual([]);
  });
});

describe('a chart', () => {
  const columns = [{ name: 'stage', kind: 'text' }, { name: 'groups', kind: 'number' }] as const;
  const none = { source: '', mark: 'bar', x: '', y: '', color: '' };

  test('of a bare table name draws all its rows', () => {
    expect(sourceSql('score.seat')).toBe('select *\nfrom score.seat');
    expect(sourceSql(' select 1 ')).toBe(' select 1 ');
    expect(sourceSql('  ')).toBeNull();
  });

  test('starts with the first column across and the first number up', () => {
    expect(chosenColumns(none, columns)).toEqual({ x: 'stage', y: 'groups', color: null });
  });

  test('counts rows when told to, and forgets columns that are gone', () => {
    expect(chosenColumns({ ...none, x: 'gone', y: '*', color: 'stage' }, columns)).toEqual({ x: 'stage', y: null, color: 'stage' });
  });
});

test('a match says by what and with which score, and of a similar name how alike', () => {
  expect(matchLabel('similar company name', 0.564, 0.94)).toBe('Matched by similar company name, 0.94 alike, score 0.56');
  expect(matchLabel('key', 1, null)).toBe('Matched by account id, score 1');
});

describe('a pair of look-alikes', () => {
  const row = {
    one_no: 1, other_no: 2, evidence: 'same name, same phone', score: 0.885, one_name: 'Ada Byron', other_name: null,
    one_email: 'ADA@acme.example', other_email: 'ada@acme.example', one_title: 'CTO', other_title: null, one_phone: '+49 30 123 45 67', other_phone: '030/1234567',
    one_source: 'Salesforce', other_source: 'Other', one_key_id: '003', other_key_id: null, other_key_email: 'info@acme.example', other_key_name: 'A. Byron', other_is_shared: true,
  };

  test('says once what is equal whatever its case and writing, and twice what differs', () => {
    const pair = toPair('person', row);
    expect(pair.facts).toEqual([
      { label: 'Email', one: 'ADA@acme.example', other: 'ada@acme.example', isEqual: true },
      { label: 'Job title', one: 'CTO', other: '', isEqual: false },
      { label: 'Phone', one: '+49 30 123 45 67', other: '030/1234567', isEqual: true },
    ]);
    expect(pair).toMatchObject({ names: ['Ada Byron', 'No name'], evidence: ['same name', 'same phone'], likeness: 89 });
  });

  test.each([
    ['its id', {}, { system: 'Salesforce', id: '003' }],
    ['its address', { one_key_id: null, one_key_email: 'ada@acme.example', one_is_shared: false }, { email: 'ada@acme.example' }],
    ['a shared address and its name', { one_key_id: null, one_key_email: 'info@acme.example', one_key_name: 'Ada', one_is_shared: true }, { email: 'info@acme.example', name: 'Ada' }],
    ['its name and company', { one_key_id: null, one_key_name: 'Ada Byron', one_key_company: 'Acme' }, { name: 'Ada Byron', company: 'Acme' }],
  ])('is known by %s', (_, change, key) => expect(toPair('person', { ...row, ...change }).keys?.one).toEqual(key));

  test('without anything to be known by cannot be decided about', () => {
    expect(toPair('account', { one_no: 1, other_no: 2, one_key_id: 'A1', one_source: 'Other', other_people: 0 }).keys).toBeNull();
  });

  test('is gone from the list as soon as it is decided, and listed by the names in the files', () => {
    const pair = toPair('person', row);
    const { keys } = pair;
    if (!keys) throw new Error('It has keys.');
    const merge: Merge = { ...keys, verdict: 'same', madeAt: '2026-10-01T09:30:00Z' };
    const overrides = withMerge(noOverrides, merge);
    expect(withoutDecided([pair], noOverrides)).toEqual([pair]);
    expect(withoutDecided([pair], overrides)).toEqual([]);
    const names = new Map([[nameKey('person', 'id', '003', 'Salesforce'), 'Ada Byron']]);
    expect(toDecided(overrides, names)).toEqual([{ merge, names: ['Ada Byron', 'info@acme.example'], day: '1 Oct 2026' }]);
  });
});

describe('a group panel', () => {
  test('puts members and the nearest person in their seats', () => {
    const seat = { seat_no: 4, role: 'Champion', weighting: 'Important', people: 0, people_required: 1, is_required: true, missing: 1 };
    const nearest = { seat_no: 4, completeness_gain: 25, nearest_person: 'Bo', nearest_job_title: null };
    expect(toSeats([seat], [], [nearest])).toEqual([{ ...seat, members: [], nearest }]);
  });

  test('refuses what comes late about a group that is no longer looked at', async () => {
    const panel = new GroupPanelState();
    const held: (() => void)[] = [];
    const answer = (sql: string): Result => ({ ...emptyResult, rows: sql.includes('as_of') ? [{ group_no: Number(/group_no = (\d+)/.exec(sql)?.[1]) }] : [] });
    const slow = panel.show(1, (sql) => new Promise((resolve) => held.push(() => resolve(answer(sql)))));
    await panel.show(2, async (sql) => answer(sql));
    for (const go of held) go();
    await slow;
    expect(panel.load.view?.facts.group_no).toBe(2);
  });

  test('of a group that is gone says so, and a failure is told in its own words', async () => {
    const panel = new GroupPanelState();
    await panel.show(1, async () => emptyResult);
    expect(panel.load).toMatchObject({ status: 'failed', message: expect.stringContaining('is no more') });
    await panel.show(1, async () => Promise.reject(new Error('The engine was closed.')));
    expect(panel.load).toMatchObject({ status: 'failed', message: 'The engine was closed.' });
  });
});

test('names of the tables become words', () => {
  expect([entityLabel('person'), entityLabel(null), entityLabel('web_visit')]).toEqual(['People', 'Not understood', 'Web visit']);
  expect([levelLabel('c_level'), levelLabel('customer_success'), levelLabel('unknown'), levelLabel(null)]).toEqual(['C-level', 'Customer success', '', '']);
  expect(sentence('open_pipeline')).toBe('Open pipeline');
});

describe('a decision by hand', () => {
  const keys = { person_no: 1, solution_interest: 'S1', account_id: '001', account_system: 'Salesforce', domain: 'acme.example', account_name: 'Acme', person_id: null, person_system: 'Other', email: 'ada@acme.example', full_name: 'Ada' };
  const at = new Date('2026-10-01T09:30:00Z');

  test('names account and person by what next month’s file has too', () => {
    expect(toHandAction(keys, 'Champion', { at })).toEqual({ action: 'add', account: { system: 'Salesforce', id: '001' }, solutionInterest: 'S1', person: { email: 'ada@acme.example' }, role: 'Champion', madeAt: '2026-10-01T09:30:00.000Z' });
    expect(toHandAction({ ...keys, account_id: null, email: null }, null, { at })).toMatchObject({ action: 'remove', account: { domain: 'acme.example' }, person: { name: 'Ada', company: 'Acme' }, role: null });
    expect(toHandAction({ ...keys, email: null, full_name: null }, 'Champion')).toBeNull();
  });

  test('keeps why and by whom, where that was said', () => {
    expect(toHandAction(keys, 'Champion', { at, note: ' Signs ', by: 'Kim Oh' })).toMatchObject({ note: 'Signs', by: 'Kim Oh' });
    expect(Object.keys(toHandAction(keys, 'Champion', { at, note: ' ', by: '' }) ?? {})).not.toContain('note');
  });

  test('takes the place of the one before about the same person in the same group, and of no other', () => {
    const [first, second] = [toHandAction(keys, 'Champion', { at }), toHandAction(keys, 'Influencer', { at })];
    const other = toHandAction({ ...keys, solution_interest: 'S2' }, 'Champion', { at });
    if (!first || !second || !other) throw new Error('They have keys.');
    const overrides = withMembers(withMembers(noOverrides, [first, other]), [second]);
    expect(overrides.members).toEqual([other, second]);
    expect(withoutMembers(overrides, [second]).members).toEqual([other]);
    expect(parseOverrides(overrides)).toEqual(overrides);
  });
});
