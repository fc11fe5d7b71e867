import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { faultAt, faultOf } from '../../src/notebook/playbook/faults';
import { moveColumns, moveCountsSql, moveWords, rejectedMovesSql } from '../../src/notebook/playbook/recorded-moves';
import { chosenWords, stageCountsSql } from '../../src/notebook/playbook/stages';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { addStage, defaultPlaybook, fieldChoices, playbookFaults, stageSql, type Playbook } from '../../src/playbook';

const folder = 'sample-data/exports/2026-09-30';
let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
const rows = (sql: string) => queryRows(database, sql);
const run = (playbook: Playbook) => pipeline.run(playbook, { ingest: ingest.fingerprints });

beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) await ingest.addFile({ name, content: new Uint8Array(readFileSync(`${folder}/${name}`)) });
  pipeline = new Pipeline(database, tables);
  await run(defaultPlaybook);
}, 120_000);
afterAll(() => database.close());

describe('the groups of each stage', () => {
  test('are all groups, each once', async () => {
    const [all] = await rows('select count(*)::integer as n from score.buying_group');
    const counts = await rows(stageCountsSql);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.reduce((sum, { groups }) => sum + Number(groups), 0)).toBe(all?.n);
  });
});

describe('the SQL that is shown of a stage', () => {
  const generated = (playbook: Playbook) => tables.find(({ name }) => name === 'score.ruled_stage')?.sql(playbook) ?? '';

  test.each(defaultPlaybook.stageModel.stages.map(({ name, condition }) => [name, condition] as const))('“%s” is the SQL that is run', (_, condition) => {
    expect(condition && generated(defaultPlaybook)).toContain(`when ${condition && stageSql(condition)} then`);
  });

  test('can be run as it stands over the tables it names', async () => {
    const within = stageSql({ field: 'group.last_activity_at', op: 'within last days', value: 30 });
    await expect(rows(`select count(*) from score.group_sign as facts cross join canon.clock as clock where ${within}`)).resolves.toHaveLength(1);
    expect(fieldChoices('stage').map(({ name }) => name)).toContain('group.last_activity_at');
  });
});

test('what is wrong with the model as a whole is told apart from what is wrong with a stage', () => {
  const faults = playbookFaults(addStage(defaultPlaybook));
  expect(faultAt(faults, 'stageModel.stages')).not.toBeNull();
  expect(faultOf(faults, 'stageModel.stages')).toBeNull();
  expect(faultOf(faults, 'stageModel.stages[5]')).toBe('no way leads from an entry to “New stage”');
  expect(faultAt(faults, 'stageModel.stages[5].next')).toBe('“New stage” leads nowhere: choose what it moves to');
});

test('chosen stages are told in few words', () => {
  const all = ['Aware', 'Trial', 'Demo', 'Won'];
  const words = (...chosen: string[]) => chosenWords(chosen, all, 1, 'nothing yet');
  expect(words()).toBe('nothing yet');
  expect(words('Won', 'Demo')).toBe('every later stage');
  expect(words('Aware', 'Demo', 'Won')).toBe('every other stage');
  expect(words('Aware')).toBe('Aware');
  expect(words('Aware', 'Won')).toBe('Aware, Won');
  expect(chosenWords(['Aware', 'Trial', 'Demo'], all, 3, '')).toBe('every other stage');
  expect(chosenWords(['Aware', 'Trial'], all, 2, '')).toBe('every earlier stage');
});

describe('moves that files record', () => {
  test('of the sample are all of opportunities, and say so', async () => {
    const [counts] = await rows(moveCountsSql);
    expect(counts).toMatchObject({ moves: 0, rejected: 0, unclear: 0 });
    expect(Number(counts?.of_deals)).toBeGreaterThan(0);
    expect(await rows(rejectedMovesSql)).toEqual([]);
  });

  test('under the headers that are asked for move groups, and what is not allowed is told with its file and row', async () => {
    const [account] = await rows("select account_id, account_name from score.buying_group join canon.account using (account_no, account_name) where solution_interest = 'Growth Suite' order by account_id limit 1");
    const name = String(account?.account_name);
    const row = (interest: string, to: string, at: string, from = '') => [account?.account_id, interest, to, at, from].map((each) => `"${String(each)}"`).join(',');
    const lines = [
      moveColumns.map(({ header }) => header).join(','),
      row('Growth Suite', 'Target', '2026-08-01'),
      row('Growth Suite', 'Pipeline', '2026-08-20'),
      row('Growth Suite', 'Active', '2026-09-01', 'Pipeline'),
      row('Growth Suite', 'Nirvana', '2026-09-02'),
      row('', 'Active', '2026-09-03'),
    ];
    const file = await ingest.addFile({ name: 'group-moves.csv', content: new TextEncoder().encode(`${lines.join('\n')}\n`) });
    await run(defaultPlaybook);
    expect((await rows(moveCountsSql))[0]).toMatchObject({ moves: 4, rejected: 2, unclear: 1 });
    const told = await rows(rejectedMovesSql);
    expect(told.map((each) => [each.account_name, each.from_stage, each.to_stage, each.reason, each.file_name, each.source_row])).toEqual([
      [name, 'Pipeline', 'Nirvana', 'The model has no stage “Nirvana”', 'group-moves.csv', 4],
      [name, 'Pipeline', 'Active', '“Pipeline” does not move to “Active”', 'group-moves.csv', 3],
    ]);
    const counts = await rows(stageCountsSql);
    expect(counts.find(({ stage }) => stage === 'Pipeline')).toMatchObject({ recorded: 1 });
    await ingest.removeFile(file.fileNo);
    await run(defaultPlaybook);
  });

  test('are told in plain sentences', () => {
    const words = (moves: number, rejected: number, of_deals = 0, unclear = 0) => moveWords({ moves, rejected, of_deals, unclear });
    expect(words(0, 0)).toBe('No loaded file records a move of a buying group.');
    expect(words(1, 0)).toBe('The model allows the one recorded move.');
    expect(words(1200, 0)).toBe('The model allows all 1,200 recorded moves.');
    expect(words(1200, 1)).toBe('1 move of 1,200 recorded moves could not be applied.');
    expect(words(1, 1)).toBe('The one recorded move could not be applied.');
    expect(words(3, 3)).toBe('None of 3 recorded moves could be applied.');
    expect(words(0, 0, 2, 1)).toBe('No loaded file records a move of a buying group. 2 rows of stage histories are about opportunities: that is how the deal went, and moves no group. 1 row names no solution interest, so that nobody can tell which group moved.');
  });
});
