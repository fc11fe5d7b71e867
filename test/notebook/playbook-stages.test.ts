import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { faultAt, faultOf } from '../../src/notebook/playbook/faults';
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
