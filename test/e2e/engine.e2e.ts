import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openApp, type OpenApp, type OpenOptions } from './helpers';

let app: OpenApp;
const open = async (options: OpenOptions = {}): Promise<OpenApp> => (app = await openApp(options));
afterEach(() => app?.close());

test('the app opens under a sub-path of a server without headers, and its engine answers', async () => {
  const { query, foreign, errors } = await open();
  expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});

test('values of each kind come out as plain data', async () => {
  const { query } = await open();
  const [row] = await query(`select 1::bigint as b, 12.50::decimal(10, 2) as d, [1, 2]::int[] as l, 'ä' as t, null::int as n,
    sum(i) as s, true as y, timestamp '2024-01-01' as at from range(3) t(i)`);
  expect(row).toEqual({ b: 1, d: 12.5, l: [1, 2], t: 'ä', n: null, s: 3, y: true, at: new Date('2024-01-01') });
});

test('a failed query says so in the engine\'s own words and leaves the next one alone', async () => {
  const { query } = await open();
  await expect(query('select bad from range(3)')).rejects.toThrow('Binder Error');
  await query('begin transaction');
  await expect(query('select * from nowhere')).rejects.toThrow('Catalog Error');
  expect(await query('select 3 as three')).toEqual([{ three: 3 }]);
});

test('no file of the build is too large for any static host', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((file) => join('dist', file));
  const sizes = files.map((file) => ({ file, bytes: statSync(file).size }));
  expect(sizes.filter(({ bytes }) => bytes > 25 * 2 ** 20)).toEqual([]);
  expect(sizes.length).toBeGreaterThan(3);
});

test('what does not fit into memory has room on disk, and a closed page leaves none of it', async () => {
  const spilled = (page: OpenApp['page']) => page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) if (name.startsWith('rolecall-spill-')) names.push(name);
    return names;
  });
  const { page, query } = await open();
  expect(await query("select current_setting('temp_directory') as folder")).toEqual([{ folder: 'data/tmp' }]);
  const [first, ...others] = await spilled(page);
  expect(others).toEqual([]);
  await page.reload();
  await page.evaluate(() => window.rolecall.ready);
  const again = await spilled(page);
  expect(again).toHaveLength(1);
  expect(again).not.toContain(first);
});

describe('an engine that dies', () => {
  test('of a trap is replaced, and what was asked of it is answered', async () => {
    const { page, query } = await open();
    await query('create table kept as select 1');
    const error = await page.evaluate(() => {
      const poison = window.rolecall.query("select length(repeat('x', 3000000000))");
      return poison.then(
        () => null,
        (thrown: { code: string; sql: string }) => ({ code: thrown.code, sql: thrown.sql }),
      );
    });
    expect(error).toEqual({ code: 'engine.dead', sql: "select length(repeat('x', 3000000000))" });
    expect(await query('select 2 as two')).toEqual([{ two: 2 }]);
    await expect(query('select * from kept')).rejects.toThrow('does not exist');
  });

  test.each([0, 1])('without a word is noticed and replaced (worker %i)', async (which) => {
    const { page, query } = await open();
    const running = query('select count(*) from range(10000000) a, range(10000000) b');
    const outcome = expect(running).rejects.toThrow('The engine stopped');
    await page.waitForTimeout(300);
    await page.workers()[which]?.evaluate(() => self.close());
    await outcome;
    expect(await query('select 2 as two')).toEqual([{ two: 2 }]);
  });
});

test('a server that declares the engine compressed on its own is understood', async () => {
  const { query } = await open({ encode: (path) => path.endsWith('.bin') });
  expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
});

describe('an engine that cannot be had', () => {
  test.each(['.bin', 'duckdb-worker', 'engine.worker'])('because %s is missing is told, and nobody waits for ever', async (name) => {
    const { page, query } = await open({ isReady: false, refuse: (path) => path.includes(name) });
    const said = await page.evaluate(() => window.rolecall.ready.then(() => 'ready', (error: Error) => error.message));
    expect(said).toMatch(/engine/i);
    await expect(query('select 1')).rejects.toThrow();
  });

  test('because its bytes are broken is told, and a restart with good ones helps', async () => {
    let isBroken = true;
    const { page, query } = await open({ isReady: false, cut: (path) => isBroken && path.endsWith('.bin') });
    await expect(query('select 1')).rejects.toThrow('could not be started');
    isBroken = false;
    await page.evaluate(() => window.rolecall.engine.restart());
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
