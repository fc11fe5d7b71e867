import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook, type Playbook } from '../../src/playbook';

const folder = 'sample-data/exports/2026-09-30';
let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) await ingest.addFile({ name, content: new Uint8Array(readFileSync(`${folder}/${name}`)) });
  pipeline = new Pipeline(database, tables);
}, 120_000);
afterAll(() => database.close());

interface Facts {
  engaged_members: number;
  engagement: number;
  /** null: the template requires nobody. */
  completeness: number | null;
  open_opportunities: number;
  won_opportunities: number;
}

/** The ladder as it was before a playbook had stages of its own (domain.md §3.2): the highest rung whose condition holds. */
function rungOf(group: Facts, { complete, engaged }: Playbook['thresholds']): string {
  if (group.won_opportunities > 0) return 'Won';
  if (group.open_opportunities > 0) return 'Pipeline';
  if (group.engagement >= engaged && group.completeness !== null && group.completeness >= complete) return 'Complete enough';
  if (group.engagement >= engaged) return 'Engaged';
  return group.engaged_members > 0 ? 'Active' : 'Target';
}

test.each<[complete: number, engaged: number]>([
  [defaultPlaybook.thresholds.complete, defaultPlaybook.thresholds.engaged],
  [40, 5],
  [100, 100],
  [0, 0],
])('with thresholds of %i and %i each group of the sample stands on the rung of the ladder from target to won', async (complete, engaged) => {
  const thresholds = { complete, engaged };
  await pipeline.run({ ...defaultPlaybook, thresholds }, { ingest: ingest.fingerprints });
  const groups = await queryRows(database, 'select group_name, stage, stage_no, engaged_members, engagement, completeness, open_opportunities, won_opportunities from score.buying_group order by group_no');
  expect(groups.length).toBeGreaterThan(100);
  const rungs = groups.map((group) => [group.group_name, rungOf(group as unknown as Facts, thresholds)]);
  expect(groups.map(({ group_name, stage }) => [group_name, stage])).toEqual(rungs);
  const order = defaultPlaybook.stageModel.stages.map(({ name }) => name);
  expect(groups.map(({ stage_no }) => stage_no)).toEqual(rungs.map(([, rung]) => order.indexOf(String(rung)) + 1));
  // Where both thresholds can be met and missed, the sample has a group on every rung.
  if (complete === 70) expect(new Set(rungs.map(([, rung]) => rung))).toEqual(new Set(order));
});
