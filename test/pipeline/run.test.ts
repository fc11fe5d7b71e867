import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, phaseOf, tables, type TableName } from '../../src/pipeline';
import { defaultPlaybook, noOverrides, type Condition, type Merge, type Overrides, type Playbook } from '../../src/playbook';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a run recomputes what changed, and nothing else', () => {
  let ingest: Ingest;
  let pipeline: Pipeline;
  const recomputed = async (playbook: Playbook): Promise<TableName[]> => {
    const report = await pipeline.run(playbook, { ingest: ingest.fingerprints });
    // A report names the pipeline's own tables.
    return report.filter((table) => table.isRecomputed).map((table) => table.table as TableName);
  };

  beforeAll(async () => {
    ingest = new Ingest(database);
    pipeline = new Pipeline(database, tables);
    await ingest.addFile({ name: 'accounts.csv', content: encode('account_id,account_name\na1,Acme\n') });
    await ingest.addFile({ name: 'people.csv', content: encode('person_id,account_id,email,job_title\np1,a1,x@acme.com,VP Sales\n') });
  });

  test('the first run makes every table', async () => {
    expect((await recomputed(defaultPlaybook)).length).toBe(tables.length);
  });

  test('a second run with nothing changed makes none', async () => {
    expect(await recomputed(defaultPlaybook)).toEqual([]);
  });

  test("a role's weight touches scores only: no title and no seat is matched again", async () => {
    const weightings = { ...defaultPlaybook.weightings, Vital: 90 };
    const made = await recomputed({ ...defaultPlaybook, weightings });
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((table) => phaseOf(table) !== 'score')).toEqual([]);
  });

  test('a threshold touches neither engagement nor completeness', async () => {
    await recomputed(defaultPlaybook);
    const made = await recomputed({ ...defaultPlaybook, thresholds: { complete: 60, engaged: 40 } });
    expect(made).toContain('score.buying_group');
    expect(made).not.toContain('score.person_engagement');
    expect(made).not.toContain('score.group_completeness');
  });

  test('a file of activities leaves people, titles and seats alone', async () => {
    await recomputed(defaultPlaybook);
    await ingest.addFile({
      name: 'activities.csv',
      content: encode('person_id,occurred_at,activity_type\np1,2026-09-01T10:00:00Z,Page Views\n'),
    });
    const made = await recomputed(defaultPlaybook);
    expect(made).toContain('score.person_engagement');
    expect(made).not.toContain('canon.person');
    expect(made).not.toContain('persona.title_meaning');
    expect(made).not.toContain('role.member');
  });

  describe('after a decision by hand', () => {
    const merge: Merge = {
      entity: 'person', one: { system: 'Other', id: 'p1' }, other: { system: 'Other', id: 'p2' }, verdict: 'different', madeAt: '2026-10-01T00:00:00Z',
    };
    const decided = async (overrides: Overrides): Promise<TableName[]> => {
      const report = await pipeline.run(defaultPlaybook, { ingest: ingest.fingerprints, overrides });
      // A report names the pipeline's own tables.
      return report.filter((table) => table.isRecomputed).map((table) => table.table as TableName);
    };
    beforeAll(async () => {
      await ingest.addFile({ name: 'twin.csv', content: encode('person_id,account_id,full_name,job_title\np2,a1,Ada Byron,VP Sales\np3,a1,Bo Low,CTO\n') });
      await decided(noOverrides);
    });

    test('that two are different, no more is made than what lists decisions', async () => {
      const made = await decided({ ...noOverrides, merges: [merge] });
      expect(made).toContain('canon.decision');
      expect(made).not.toContain('canon.person_link');
      expect(made).not.toContain('canon.account_match');
      expect(made.filter((table) => phaseOf(table) !== 'canon')).toEqual([]);
    });

    test('that two are one, people are made again and accounts are not', async () => {
      const made = await decided({ ...noOverrides, merges: [{ ...merge, verdict: 'same' }] });
      expect(made).toContain('canon.person');
      expect(made).not.toContain('canon.account');
      expect(await decided({ ...noOverrides, merges: [{ ...merge, verdict: 'same' }] })).toEqual([]);
    });

    test('about a seat, seats are given again and nobody is matched again', async () => {
      await decided(noOverrides);
      const seat = { action: 'remove', account: { system: 'Other', id: 'a1' }, solutionInterest: '', person: merge.one, role: null, madeAt: merge.madeAt } as const;
      const made = await decided({ ...noOverrides, members: [{ ...seat, solutionInterest: 'Growth Suite' }] });
      expect(made).toContain('role.member');
      expect(made).not.toContain('canon.person');
      expect(made).not.toContain('persona.title_meaning');
      await decided(noOverrides);
    });
  });

  test('a stopped run leaves what it had not reached for the next one', async () => {
    const weightings = { ...defaultPlaybook.weightings, Vital: 80 };
    const stop = new AbortController();
    stop.abort();
    const run = pipeline.run({ ...defaultPlaybook, weightings }, { ingest: ingest.fingerprints, signal: stop.signal });
    await expect(run).rejects.toMatchObject({ code: 'pipeline.cancelled' });
    expect((await recomputed({ ...defaultPlaybook, weightings })).length).toBeGreaterThan(0);
  });

  describe('with rules that ask for history, opportunities and lists', () => {
    const persona = (name: string, condition: Condition) => ({ name, condition });
    const came: Condition = { activity: { types: ['Page Views'], atLeast: 1 } };
    const asking: Playbook = {
      ...defaultPlaybook,
      personas: [persona('Came', came), persona('In a deal', { opportunity: {} }), persona('Target', { list: 'Targets' }), ...defaultPlaybook.personas],
      lists: [{ name: 'Targets', entity: 'account', keys: ['a1'] }],
    };
    const facts = (made: readonly TableName[]): TableName[] => made.filter((name) => name.startsWith('persona.fact_'));
    const standing = async (): Promise<number> => (await queryRows(database, "select 1 from duckdb_tables() where table_name like 'fact\\_%' escape '\\'")).length;

    test('makes a table for each, and none again when a weight, a phrase or the order changes', async () => {
      expect(facts(await recomputed(asking))).toHaveLength(3);
      expect(await recomputed({ ...asking, weightings: { ...asking.weightings, Vital: 70 } })).not.toContain('persona.match');
      expect(facts(await recomputed({ ...asking, personas: [...asking.personas].reverse() }))).toEqual([]);
      expect(facts(await recomputed({ ...asking, titles: { phrases: [{ phrase: 'growth wizard', seniority: 'manager' }] } }))).toEqual([]);
    });

    test('makes again only what an edit touches', async () => {
      await recomputed(asking);
      expect(facts(await recomputed({ ...asking, lists: [{ name: 'Targets', entity: 'account', keys: ['a2'] }] }))).toHaveLength(1);
      const thrice = { ...asking, personas: [persona('Came', { activity: { types: ['Page Views'], atLeast: 3 } }), ...asking.personas.slice(1)] };
      await recomputed(asking);
      expect(facts(await recomputed(thrice))).toHaveLength(1);
      expect(await standing()).toBe(3);
    });

    test('leaves titles understood, and drops the tables that no rule asks for any more', async () => {
      const made = await recomputed(asking);
      expect(made).toContain('persona.match');
      expect(made).not.toContain('persona.title_meaning');
      await recomputed(defaultPlaybook);
      expect(await standing()).toBe(0);
      expect(await recomputed(defaultPlaybook)).toEqual([]);
    });
  });
});
