import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';
import { addFiles, openApp, type OpenApp } from './helpers';

const titles = ['Chief Marketing Officer', 'VP Sales', 'Directrice Marketing', 'Data Engineer', 'IT-Leiter', 'Intern', ''];
const companies = 40;
const people = 2_000;
const lines = (header: string, rows: string[]): string => [header, ...rows, ''].join('\n');
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const files = [
  {
    name: 'accounts.csv',
    text: lines('Account ID,Account Name,Industry,Website', numbers(companies).map((no) => `A${no},"Firm, ${no}",Software,firm${no}.com`)),
  },
  {
    name: 'people.csv',
    text: lines(
      'Contact ID,Account ID,First Name,Last Name,Email,Title',
      numbers(people).map((no) => `P${no},A${no % companies},Zoë,Nº${no},p${no}@firm${no % companies}.com,${titles[no % titles.length]}`),
    ),
  },
  {
    name: 'activities.csv',
    text: lines(
      'Person ID,Activity Date,Activity Type',
      numbers(people * 3).map((no) => `P${no % people},2024-05-${String((no % 28) + 1).padStart(2, '0')} 10:00:00,${['Email Opened', 'Form Filled Out', 'Page Views'][no % 3]}`),
    ),
  },
];
const scores = tables.map((table) => table.name).filter((name) => name.startsWith('score.')).sort();

let app: OpenApp;
beforeAll(async () => void (app = await openApp()));
afterAll(() => app.close());

test('files become the same scores in the browser as in Node', async () => {
  await addFiles(app.page, files);
  await app.page.evaluate(() => window.rolecall.run());
  const database = await openNodeDatabase();
  const ingest = new Ingest(database);
  for (const { name, text } of files) await ingest.addFile({ name, content: new TextEncoder().encode(text) });
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });

  expect(scores.length).toBeGreaterThan(10);
  for (const name of ['canon.person', 'role.member', ...scores]) {
    const sql = `select * from ${name} order by all`;
    expect(await app.query(sql), name).toEqual(await queryRows(database, sql));
  }
  expect(await app.query('select count(*) as people from canon.person')).toEqual([{ people }]);
  await database.close();
});

test('a run after a small change makes only few tables again', async () => {
  const tables = await app.page.evaluate(async () => {
    const { engine, playbook } = window.rolecall;
    const report = await engine.run({ ...playbook, thresholds: { complete: 60, engaged: 40 } });
    return report.tables.filter((table) => table.isRecomputed).map((table) => table.table);
  });
  expect(tables).toContain('score.buying_group');
  expect(tables).not.toContain('canon.person');
  expect(tables).not.toContain('persona.title_meaning');
});

test('a playbook that is none is refused at the door, in words', async () => {
  const error = await app.page.evaluate(() =>
    window.rolecall.engine.run({ format: 'nonsense' }).then(
      () => null,
      (thrown: { code: string; message: string }) => thrown.code,
    ),
  );
  expect(error).toMatch(/^playbook\./);
});

test('a query that runs for long can be stopped, and the next one answers', async () => {
  const outcome = await app.page.evaluate(async () => {
    const { engine } = window.rolecall;
    const long = engine.query('select count(*) from range(10000000) a, range(10000000) b');
    const stopped = long.then(() => 'finished', (error: { code: string }) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const short = await engine.rows('select 1 as one');
    await engine.cancel();
    return { stopped: await stopped, short };
  });
  expect(outcome).toEqual({ stopped: 'engine.cancelled', short: [{ one: 1 }] });
  expect(await app.query('select count(*) as people from canon.person')).toEqual([{ people }]);
});

test('after the engine has died, the files are read and scored again', async () => {
  const before = await app.query('select * from score.buying_group order by all');
  const states = await app.page.evaluate(async () => {
    const { engine } = window.rolecall;
    const seen: string[] = [];
    engine.onState((state) => seen.push(state.status));
    await engine.query("select length(repeat('x', 3000000000))").catch(() => undefined);
    await engine.ready;
    return seen;
  });
  expect(states[0]).toBe('restarting');
  expect(states.at(-1)).toBe('ready');
  expect(await app.query('select * from score.buying_group order by all')).toEqual(before);
  expect(await app.page.evaluate(() => window.rolecall.engine.files.map((file) => file.fileName))).toEqual(files.map(({ name }) => name));
});
