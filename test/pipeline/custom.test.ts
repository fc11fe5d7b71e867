import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { listTables } from '../../src/engine/listing';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, phases, tables } from '../../src/pipeline';
import { warningsOf } from '../../src/pipeline/warnings';
import { customIn, defaultPlaybook, type Playbook } from '../../src/playbook';

const file = (name: string, text: string) => ({ name, content: new TextEncoder().encode(text) });
const people = file('people.csv', 'person_id,email,job_title,Zone,Renewal\np1,x@a.example,CEO,West,2026-01-31\np2,y@a.example,CFO,West,\np3,z@b.example,CTO,East,soon\n');
const more = file('more.csv', 'person_id,email,job_title,Renewal,Größe\np4,v@c.example,VP,never,XL\n');

let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const phase of phases) await database.run(`drop schema if exists ${phase} cascade`);
  ingest = new Ingest(database);
  pipeline = new Pipeline(database, tables);
});
const run = (playbook: Playbook = defaultPlaybook) => pipeline.run(playbook, { ingest: ingest.fingerprints, custom: ingest.custom });

describe('a column that is none of ours', () => {
  test('can be counted by in plain SQL', async () => {
    await ingest.addFile(people);
    await run();
    const rows = await queryRows(database, 'select custom_zone, count(*) as n from canon.person join canon.person_custom using (person_no) group by all order by 1');
    expect(rows).toEqual([{ custom_zone: 'East', n: 1 }, { custom_zone: 'West', n: 2 }]);
  });

  test('keeps the type that a hint gave it, and is text where two files disagree', async () => {
    await ingest.addFile(people, { types: { Renewal: 'timestamp' } });
    await run();
    expect(customIn(await listTables(database)).person).toEqual([{ column: 'custom_zone', type: 'text' }, { column: 'custom_renewal', type: 'date' }]);
    await ingest.addFile(more);
    await run();
    const told = [{ column: 'custom_zone', type: 'text' }, { column: 'custom_renewal', type: 'text' }, { column: 'custom_größe', type: 'text' }];
    expect(ingest.custom.person).toEqual(told);
    expect(customIn(await listTables(database)).person).toEqual(told);
    const rows = await queryRows(database, 'select custom_renewal, "custom_größe" from canon.person_custom order by person_no');
    expect(rows).toEqual([
      { custom_renewal: '2026-01-31 00:00:00', custom_größe: null }, { custom_renewal: null, custom_größe: null },
      { custom_renewal: null, custom_größe: null }, { custom_renewal: 'never', custom_größe: 'XL' },
    ]);
  });

  test('goes with its file', async () => {
    await ingest.addFile(people);
    const { fileNo } = await ingest.addFile(more);
    await run();
    await ingest.removeFile(fileNo);
    await run();
    expect(customIn(await listTables(database)).person.map(({ column }) => column)).toEqual(['custom_zone', 'custom_renewal']);
    expect(await queryRows(database, 'select count(*) as n from canon.person_custom')).toEqual([{ n: 3 }]);
  });

  test('is a view: a file that brings one makes no table beyond its own entity again', async () => {
    await ingest.addFile(people);
    await run();
    await ingest.addFile(file('accounts.csv', 'account_id,account_name,Tier\na1,Acme,gold\n'));
    const report = await run();
    expect(report.filter(({ isRecomputed }) => isRecomputed).map(({ table }) => table)).not.toContain('canon.person_custom');
    expect(await queryRows(database, "select table_name from duckdb_tables() where table_name like '%_custom'")).toEqual([]);
    expect(await queryRows(database, 'select custom_tier from canon.account_custom')).toEqual([{ custom_tier: 'gold' }]);
  });
});

describe('a rule that asks for such a column', () => {
  const asking = (change: Partial<Playbook> = {}): Playbook => ({
    ...defaultPlaybook,
    personas: [{ name: 'West', condition: { field: 'person.custom_zone', op: 'is', value: 'west' } }, ...defaultPlaybook.personas],
    ...change,
  });
  const west = 'select count(*)::integer as n from persona.person where persona = \'West\'';

  test('finds nobody while no file has it, which is told, and finds them when one comes', async () => {
    await ingest.addFile(more);
    await run(asking());
    expect(await queryRows(database, west)).toEqual([{ n: 0 }]);
    expect(await warningsOf(database)).toEqual(['Persona “West” asks for person.custom_zone, which no loaded file has; it was taken as empty.']);
    await ingest.addFile(people);
    await run(asking());
    expect(await queryRows(database, west)).toEqual([{ n: 2 }]);
    expect(await warningsOf(database)).toEqual([]);
  });

  test('compares by the type that a hint gave the column, days before the as-of date among them', async () => {
    const dated = file('dated.csv', 'person_id,email,Renewal,Points\np1,x@a.example,20/03/2026,9\np2,y@a.example,10/01/2026,10\np3,z@b.example,,\n');
    await ingest.addFile(dated, { types: { Renewal: 'timestamp', Points: 'double' }, dates: { Renewal: 'day-first' } });
    await run({
      ...defaultPlaybook,
      asOf: '2026-03-31',
      personas: [
        { name: 'Lately', condition: { field: 'person.custom_renewal', op: 'within last days', value: 30 } },
        { name: 'Before', condition: { field: 'person.custom_renewal', op: 'before', value: '2026-02-01' } },
        { name: 'Ten', condition: { field: 'person.custom_points', op: '>=', value: '10' } },
        { name: 'Has a nine', condition: { field: 'person.custom_points', op: 'contains', value: '9' } },
      ],
    });
    const rows = await queryRows(database, 'select array_to_string(personas, \' + \') as personas from persona.person order by person_no');
    expect(rows.map(({ personas }) => personas)).toEqual(['Lately + Has a nine', 'Before + Ten', null]);
  });

  test('is no reason to match anyone again when a weight changes', async () => {
    await ingest.addFile(people);
    await run(asking());
    const report = await run(asking({ weightings: { ...defaultPlaybook.weightings, Vital: 90 } }));
    expect(report.filter(({ table, isRecomputed }) => isRecomputed && !table.startsWith('score.'))).toEqual([]);
  });

  test('has the list keys told that are of nobody known', async () => {
    await ingest.addFile(people);
    await run(asking({ lists: [{ name: 'Guests', entity: 'person', keys: ['p1', 'P2', 'Q@a.example'] }, { name: 'Targets', entity: 'account', keys: ['a.example'] }] }));
    expect(await warningsOf(database)).toEqual(['2 keys of the list “Guests” are of no known person.', '“a.example” of the list “Targets” is of no known account.']);
  });
});
