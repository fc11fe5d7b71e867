import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bounded, cellTypes } from '../../src/cells';
import { groupSql, membersSql, nearestSql, othersSql, seatsSql } from '../../src/cells/group-panel/queries';
import { groupsSql, noFilter, sorts, stepsSql } from '../../src/cells/groups/filter';
import { countsSql as lookAlikeCountsSql, namesSql } from '../../src/cells/duplicates/queries';
import { countsSql, rejectsSql } from '../../src/cells/rejects';
import { groupsWithin } from '../../src/cells/quadrant/within';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

const hostile = `O'Hara "; drop table score.seat; --`;
const everyFilter = { text: hostile, interest: hostile, nextStep: hostile, completenessBand: hostile, engagementBand: hostile, missingRole: hostile };

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  const text = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
  await ingest.addFile({ name: 'accounts.csv', content: text(['Account ID,Account Name,Industry', 'A1,Zoë & Söhne,Retail', 'A2,Plain,Steel', '']) });
  await ingest.addFile({ name: 'people.csv', content: text(['Contact ID,Account ID,First Name,Last Name,Email,Title', 'P1,A1,Ada,Byron,ada@zoe.example,VP Marketing', 'P2,A1,Bo,Low,bo@zoe.example,Intern', '']) });
  await ingest.addFile({ name: 'costs.csv', content: text(['Platform,Campaign,Day,Spend', 'LinkedIn,Spring,2026-09-01,much', 'LinkedIn,Spring,2026-09-02,3,more', '']) });
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });
});
afterAll(() => database.close());

const rows = (sql: string) => queryRows(database, bounded(sql).sql);

describe('each kind of cell', () => {
  const asking = [...cellTypes.values()].filter((type) => type.group === 'review');

  test.each(asking.map((type) => [type.kind, type] as const))('%s asks what the tables can answer', async (_, type) => {
    const sql = type.query(type.defaults);
    expect(sql).not.toBeNull();
    await expect(rows(sql ?? '')).resolves.toBeInstanceOf(Array);
  });

  test.each(asking.filter((type) => 'interest' in type.defaults).map((type) => [type.kind, type] as const))('%s takes any name of an interest', async (_, type) => {
    await expect(rows(type.query({ ...type.defaults, interest: hostile }) ?? '')).resolves.toBeInstanceOf(Array);
  });

  test('the histogram of scores counts every group once a measure', async () => {
    const type = cellTypes.get('distribution');
    const found = await rows(type?.query({ ...type.defaults, shape: 'histogram' }) ?? '');
    expect(found.filter((row) => row.measure === 'engagement').reduce((sum, row) => sum + Number(row.groups), 0)).toBe(4);
  });
});

describe('look-alikes', () => {
  test.each(['person', 'account'])('of kind %s, their number and the names decided about can be asked for', async (entity) => {
    await expect(rows(cellTypes.get('duplicates')?.query({ entity, limit: 10 }) ?? '')).resolves.toBeInstanceOf(Array);
    await expect(rows(lookAlikeCountsSql)).resolves.toBeInstanceOf(Array);
    await expect(rows(namesSql)).resolves.toEqual([]);
  });
});

describe('the rejects', () => {
  const all = { file: '', reason: '' };
  test('of every file are listed and counted by reason, and can be those of one', async () => {
    expect(await rows(rejectsSql(all))).toEqual([
      { file: 'costs.csv', record: 1, column: 'spend', value: 'much', reason: "not a value of this column's type; left empty" },
      { file: 'costs.csv', record: 2, column: null, value: 'LinkedIn,Spring,2026-09-02,3,more', reason: 'more values than the header has columns' },
    ]);
    expect((await rows(countsSql)).map((row) => [row.file_name, row.rejects])).toEqual([['costs.csv', 1], ['costs.csv', 1]]);
    expect(await rows(rejectsSql({ ...all, reason: 'more values than the header has columns' }))).toHaveLength(1);
    expect(await rows(rejectsSql({ ...all, file: 'people.csv' }))).toEqual([]);
    expect(await rows(rejectsSql({ file: hostile, reason: hostile }))).toEqual([]);
  });
});

describe('the list of groups', () => {
  test('finds an account by a part of its name, whatever case and accents', async () => {
    const found = await rows(groupsSql({ ...noFilter, text: 'ZOE' }, 'next', 25));
    expect(found.map((row) => row.account_name)).toEqual(['Zoë & Söhne', 'Zoë & Söhne']);
    expect(found[0]?.groups_found).toBe(2);
  });

  test('says how many pass when it lists fewer', async () => {
    const found = await rows(groupsSql(noFilter, 'account', 1));
    expect(found).toHaveLength(1);
    expect(found[0]?.groups_found).toBe(4);
  });

  test('takes any text for a filter', async () => {
    expect(await rows(groupsSql(everyFilter, 'next', 25))).toEqual([]);
    expect(await rows(stepsSql(everyFilter))).toEqual([]);
    expect(await rows(groupsWithin([0, 100], [0, 100], hostile))).toEqual([]);
  });

  test.each(Object.keys(sorts))('sorts by %s', async (sort) => expect(await rows(groupsSql(noFilter, sort, 25))).toHaveLength(4));

  test('sorts as usual when a saved notebook names an unknown order', async () => {
    expect(await rows(groupsSql(noFilter, 'constructor', 25))).toHaveLength(4);
  });
});

describe('the panel of a group', () => {
  test('reads its facts, seats, members, gaps and those without a seat', async () => {
    const [group] = await rows(groupsSql({ ...noFilter, text: 'zoe', interest: 'Growth Suite' }, 'next', 1));
    const no = Number(group?.group_no);
    expect((await rows(groupSql(no)))[0]).toMatchObject({ account_name: 'Zoë & Söhne', complete: 70 });
    expect((await rows(seatsSql(no))).length).toBeGreaterThan(3);
    expect((await rows(membersSql(no)))[0]).toMatchObject({ full_name: 'Ada Byron', file_name: 'people.csv', source_row: 1, matched_by: 'key', match_score: 1, similarity: null });
    expect((await rows(nearestSql(no))).length).toBeGreaterThan(0);
    expect((await rows(othersSql(no))).map((row) => row.full_name)).toEqual(['Bo Low']);
  });

  test('of a group that is no more is empty', async () => expect(await rows(groupSql(999_999))).toEqual([]));
});
