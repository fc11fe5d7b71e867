import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { manifestOf } from '../../src/pipeline/manifest';
import { Ingest, phaseOf, Pipeline, tables, tablesIn } from '../../src/pipeline';
import {
  addExample, changeSeat, defaultPlaybook, exampleFields, expectingWhatCame, factsAsked, failureWords, noCustom, noOverrides, parsePlaybook, removeExample, renamePart, renameRole,
  teachPhrase, type Example, type ExampleResult, type Playbook,
} from '../../src/playbook';

const brand: Example = { person: { title: 'Head of Brand' }, expect: { solutionInterest: 'Growth Suite', role: 'Champion', persona: 'Senior Director / Director' } };
const withBrand = addExample(defaultPlaybook, brand);

const folder = 'sample-data/exports/2026-09-30';
let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
const rows = (sql: string) => queryRows(database, sql);
const results = async (): Promise<ExampleResult[]> => (await rows('select * from score.example order by example_no, what')) as unknown as ExampleResult[];
async function made(playbook: Playbook): Promise<string[]> {
  const report = await pipeline.run(parsePlaybook(playbook), { ingest: ingest.fingerprints, custom: ingest.custom });
  return report.filter(({ isRecomputed }) => isRecomputed).map(({ table }) => table);
}
const isTwin = (name: string): boolean => /\.example_/.test(name);

beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) await ingest.addFile({ name, content: new Uint8Array(readFileSync(`${folder}/${name}`)) });
  pipeline = new Pipeline(database, tables);
}, 120_000);
afterAll(() => database.close());

describe('examples', () => {
  test('cost nothing where there are none', async () => {
    expect((await made(defaultPlaybook)).filter(isTwin)).toEqual([]);
    expect(await results()).toEqual([]);
  });

  test('are judged again when a rule that they meet changes, and not otherwise', async () => {
    expect((await made(withBrand)).filter((table) => !isTwin(table))).toEqual(['score.example']);
    expect((await results()).map(({ what, got, is_met }) => [what, got, is_met])).toEqual([['persona', 'Senior Director / Director', true], ['role', 'Champion', true]]);
    expect((await made({ ...withBrand, weightings: { ...withBrand.weightings, Vital: 90 } })).filter(isTwin)).toEqual([]);
    const changed = await made(teachPhrase(withBrand, { phrase: 'head of brand', function: 'finance' }));
    expect(changed).toContain('persona.example_own_hit');
    expect(changed).not.toContain('persona.example_shipped_found');
    expect((await results()).find(({ what }) => what === 'role')).toMatchObject({ got: 'Influencer', is_met: false, decided_by: 'Title rule of Influencer, Growth Suite team' });
  });

  test('leave no table behind when they go', async () => {
    await made(withBrand);
    expect(await rows("select table_name from duckdb_tables() where table_name like 'example\\_%' escape '\\' limit 1")).toHaveLength(1);
    await made(removeExample(withBrand, 0));
    expect(await rows("select table_name as name from duckdb_tables() where table_name like 'example\\_%' escape '\\' union all select view_name from duckdb_views() where view_name like 'example\\_%' escape '\\'")).toEqual([]);
    await made(withBrand);
    expect(await results()).toHaveLength(2);
  });

  test('read nobody who was loaded', () => {
    const twins = tables.find(({ name }) => name === 'score.example')?.family?.(withBrand, noCustom) ?? [];
    const strangers = twins.flatMap(({ name, sql }) => tablesIn(sql).filter((read) => phaseOf(read) !== 'config' && !isTwin(read) && read !== 'canon.clock').map((read) => ({ name, read, sql })));
    expect(twins.length).toBeGreaterThan(20);
    // Of what is loaded they take the columns, and no row.
    expect(strangers.filter(({ read, sql }) => !new RegExp(`from ${read.replace('.', '\\.')}\\s+where false`).test(sql))).toEqual([]);
  });

  test('made of a person come to what the person came to', async () => {
    const [first, ...rest] = defaultPlaybook.personas;
    const bySite: Playbook = {
      ...changeSeat(defaultPlaybook, 0, 2, { condition: { any: [{ field: 'title.seniority', op: 'is', value: 'director' }, { field: 'account.industry', op: 'contains', value: 'a' }] } }),
      personas: [
        { name: 'Here', condition: { all: [{ field: 'person.country', op: 'is not empty' }, { field: 'account.employees', op: '>', value: 500 }, { field: 'title.seniority', op: 'is', value: 'manager' }] } },
        ...(first ? [first] : []), ...rest,
      ],
    };
    expect(factsAsked(bySite)).toEqual(['country', 'industry', 'employees']);
    await made(bySite);
    const people = await rows(`select people.job_title, people.country, account.industry, account.employees, typed.persona, typed.seniority, typed.function, seats.role
      from canon.person as people
      join canon.account as account using (account_no)
      join persona.person as typed using (person_no)
      left join (select person_no, min(role) as role from role.member join role.buying_group using (group_no) where interest_no = 1 and source = 'rule' group by person_no) as seats using (person_no)
      where people.job_title is not null and people.given_role is null and person_no not in (select person_no from role.member where source <> 'rule')
        and person_no not in (select person_no from role.decision) and account_no in (select account_no from role.buying_group where interest_no = 1)
      order by hash(person_no) limit 150`);
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const examples = people.map((row): Example => ({
      person: {
        title: String(row.job_title), country: text(row.country), industry: text(row.industry),
        employees: typeof row.employees === 'number' ? row.employees : undefined,
      },
      expect: { persona: text(row.persona) ?? null, seniority: text(row.seniority), function: text(row.function), solutionInterest: 'Growth Suite', role: text(row.role) ?? null },
    }));
    await made({ ...bySite, examples });
    const all = await results();
    expect(all).toHaveLength(4 * people.length);
    expect(new Set(all.map(({ got }) => got)).size).toBeGreaterThan(20);
    expect(all.filter(({ is_met }) => !is_met)).toEqual([]);
  });
});

test('a failing example is told in one sentence, and can be brought to expect what came', async () => {
  const wrong = addExample(defaultPlaybook, { person: { title: 'Head of Brand' }, expect: { solutionInterest: 'Growth Suite', role: 'Influencer', persona: null } });
  await made(wrong);
  const failing = await results();
  expect(failing.map((each) => failureWords('Head of Brand', each))).toEqual([
    'Head of Brand: no persona expected, got Senior Director / Director (Condition of Senior Director / Director)',
    'Head of Brand: Influencer for Growth Suite expected, got Champion (Title rule of Champion, Growth Suite team)',
  ]);
  const manifest = await manifestOf(database, { playbook: wrong, overrides: noOverrides }, [], new Map());
  expect(manifest.examples).toEqual({ total: 1, failing: failing.map((each) => failureWords('Head of Brand', each)) });
  const [example] = wrong.examples ?? [];
  if (!example) throw new Error('there is one');
  await made({ ...wrong, examples: [expectingWhatCame(example, failing)] });
  expect((await results()).every(({ is_met }) => is_met)).toBe(true);
});

test('an example follows the names of what it expects, and is not added twice', () => {
  const renamed = renamePart(renamePart(renameRole(withBrand, 4, 'Advocate'), 'personas', 2, 'Heads'), 'interests', 0, 'Growth');
  expect(renamed.examples?.[0]?.expect).toEqual({ solutionInterest: 'Growth', role: 'Advocate', persona: 'Heads' });
  expect(parsePlaybook(renamed)).toEqual(renamed);
  expect(addExample(withBrand, structuredClone(brand)).examples).toHaveLength(1);
});

test('every fact of an example is one that rules can ask for', async () => {
  const columns = await rows("select table_name || '.' || column_name as field from duckdb_columns() where schema_name = 'canon' and table_name in ('person', 'account')");
  const known = new Set(columns.map(({ field }) => field));
  expect(Object.values(exampleFields).filter((field) => !known.has(field))).toEqual([]);
});
