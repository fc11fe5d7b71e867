import { afterEach, describe, expect, test } from 'vitest';
import type { EngineApi } from '../../src/engine/api';
import { EngineClient } from '../../src/engine/client';
import { EngineError } from '../../src/engine/errors';
import type { Patience } from '../../src/engine/session';
import type { EngineState } from '../../src/engine/state';
import { fakeWorkers, type FakeWorker } from './fake-worker';

const assets = { script: 'script', wasm: 'wasm', wasmBytes: null };
const short: Patience = { load: 60, pulse: 60, stop: 60 };
const forever = new Promise<never>(() => undefined);
const people = new File(['a,b'], 'people.csv');

let client: EngineClient;
afterEach(() => client.close());

function open(change?: (life: number) => Partial<EngineApi>, patience: Patience = { load: 5000, pulse: 5000, stop: 5000 }) {
  const { start, lives } = fakeWorkers(change);
  client = new EngineClient(start, assets, patience);
  const states: EngineState[] = [];
  client.onState((state) => states.push(state));
  return { client, lives, states };
}

/** Ends a worker and waits until the client has noticed. */
async function kill(worker: FakeWorker | undefined, reason: string): Promise<void> {
  const noticed = new Promise<void>((resolve) => {
    const forget = client.onState(({ status }) => {
      if (status !== 'restarting' && status !== 'failed') return;
      forget();
      resolve();
    });
  });
  worker?.kill(reason);
  await noticed;
}

test('an error crosses from the worker whole', async () => {
  const { client } = open();
  const error: unknown = await client.query('selekt').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ code: 'sql.failed', message: 'Parser Error: no', sql: 'selekt', position: 3 });
});

test('the page is told how far the engine has loaded, that it is ready, and what runs', async () => {
  const { client, states } = open();
  await client.ready;
  await client.run({ name: 'mine' });
  expect(states).toEqual([
    { status: 'loading', bytes: 1, total: 2 },
    { status: 'ready', lost: [] },
    { status: 'running', table: 'score.member', done: 0, total: 1 },
    { status: 'ready', lost: [] },
  ]);
});

test('when the worker is gone, all that was asked of it rejects with engine.dead', async () => {
  const { client, lives } = open();
  await client.ready;
  const pending = [client.query('wait'), client.bytes('wait')].map((each) => each.catch((thrown: unknown) => thrown));
  await Promise.resolve();
  lives[0]?.kill('out of memory');
  for (const error of await Promise.all(pending)) {
    expect(error).toMatchObject({ code: 'engine.dead', message: 'The engine stopped: out of memory' });
  }
});

test('a new worker reads the files again, in order, and runs the last playbook and decisions', async () => {
  const { client, lives, states } = open();
  await client.addFile(people);
  await client.addFile(new File(['a'], 'gone.csv'));
  await client.addFile(new File(['a,b,c'], 'accounts.csv'));
  await client.removeFile(2);
  await client.run({ name: 'mine' }, { merges: [] });
  await kill(lives[0], 'trap');
  await client.tables();
  expect(lives).toHaveLength(2);
  expect(lives[0]?.isStopped).toBe(true);
  expect(lives[1]?.log).toEqual(['add 3', 'add 5', 'run {"name":"mine"} with {"merges":[]}']);
  expect(client.files.map((file) => file.fileNo)).toEqual([1, 2]);
  expect(states.map((state) => state.status)).toContain('restarting');
  expect(client.state).toEqual({ status: 'ready', lost: [] });
});

test('a new worker reads each file as it was told to, after corrections too', async () => {
  const { client, lives } = open();
  await client.addFile(people, { entity: 'person' });
  const { loaded } = await client.addFile(new File(['a'], 'accounts.csv'));
  const fileNo = loaded[0]?.fileNo ?? 0;
  await client.reloadFile(fileNo, { entity: 'account' });
  expect(lives[0]?.log).toEqual(['add 3 {"entity":"person"}', 'add 1', 'reload 2, 1']);
  expect(client.files.map((file) => file.fileNo)).toEqual([1, 3]);
  await kill(lives[0], 'trap');
  await client.tables();
  expect(lives[1]?.log).toEqual(['add 3 {"entity":"person"}', 'add 1 {"entity":"account"}']);
});

test('a reading that fails leaves the one before it', async () => {
  const refuse = async (): Promise<never> => {
    throw new EngineError('ingest.unknown-columns', 'No.');
  };
  const { client } = open(() => ({ reloadFile: refuse }));
  const { loaded } = await client.addFile(people);
  const fileNo = loaded[0]?.fileNo ?? 0;
  await expect(client.reloadFile(fileNo, { entity: 'account' })).rejects.toMatchObject({ code: 'ingest.unknown-columns' });
  expect(client.files).toMatchObject([{ fileNo, hints: {} }]);
  await expect(client.reloadFile(99, {})).rejects.toMatchObject({ code: 'ingest.no-such-file' });
});

test('an archive is read again whole, without the tables that were taken out of it', async () => {
  const table = (fileNo: number, fileName: string) => ({ fileNo, fileName, bytes: 1, entity: 'person', sourceSystem: null, records: 1, rejected: 0, unread: 0, skipped: 0, isCutShort: false, columns: [], snapshot: null, overlap: null, hints: {}, recipe: null });
  const addFile = async () => ({ loaded: [table(1, 'all.zip/a.csv'), table(2, 'all.zip/b.csv')], skipped: [{ name: 'all.zip/c.txt', reason: 'No.', isTable: false }] });
  const { client, lives } = open(() => ({ addFile }));
  expect((await client.addFile(new File(['x'], 'all.zip'))).skipped).toHaveLength(1);
  await client.removeFile(1);
  expect(client.files.map(({ fileName }) => fileName)).toEqual(['all.zip/b.csv']);
  await kill(lives[0], 'trap');
  await client.tables();
  expect(lives[1]?.log).toEqual(['remove 1']);
  expect(client.files.map(({ fileName }) => fileName)).toEqual(['all.zip/b.csv']);
});

test('a file that cannot be read again is named, and the others are', async () => {
  const unreadable = async (): Promise<never> => {
    throw new EngineError('ingest.unreadable', 'It has changed on disk.');
  };
  const { client, lives } = open((life) => (life === 1 ? { addFile: unreadable } : {}));
  await client.addFile(people);
  await kill(lives[0], 'trap');
  await client.tables();
  expect(client.state).toEqual({ status: 'ready', lost: ['people.csv'] });
  expect(client.files).toEqual([]);
});

test('an error that says the engine is dead restarts it', async () => {
  const trap = async (sql: string): Promise<never> => {
    throw new EngineError('engine.dead', 'memory access out of bounds', { sql });
  };
  const { client, lives } = open((life) => (life === 0 ? { query: trap } : {}));
  await expect(client.query('select')).rejects.toMatchObject({ code: 'engine.dead', sql: 'select' });
  await client.tables();
  expect(lives).toHaveLength(2);
});

test('the worker itself may report that its engine has died', async () => {
  let tell: (reason: string) => void = () => undefined;
  const death = new Promise<string>((resolve) => (tell = resolve));
  const { client, lives } = open((life) => (life === 0 ? { died: () => death } : {}));
  await client.ready;
  const pending = client.query('wait').catch((thrown: unknown) => thrown);
  tell('its worker was killed');
  expect(await pending).toMatchObject({ code: 'engine.dead' });
  await client.tables();
  expect(lives).toHaveLength(2);
});

test('an engine that keeps dying is given up, until a person asks for it again', async () => {
  const { client, lives } = open();
  for (let life = 0; life < 4; life++) {
    await client.ready;
    await kill(lives[life], 'again');
  }
  await expect(client.tables()).rejects.toMatchObject({ code: 'engine.dead' });
  expect(client.state.status).toBe('failed');
  await client.restart();
  expect(await client.tables()).toEqual([]);
});

test('a closed client starts nothing more', async () => {
  const { client, lives } = open();
  await client.ready;
  await client.close();
  await expect(client.tables()).rejects.toMatchObject({ code: 'engine.closed' });
  expect(lives).toHaveLength(1);
});

describe('nobody waits for ever', () => {
  test('for an engine that does not load', async () => {
    const { client } = open(() => ({ open: () => forever }), short);
    await expect(client.tables()).rejects.toThrow('did not load in time');
    expect(client.state.status).toBe('failed');
  });

  test('for an engine that is refused', async () => {
    const refused = async (): Promise<never> => {
      throw new EngineError('engine.unavailable', 'the server answered 404');
    };
    const { client } = open(() => ({ open: refused }), short);
    await expect(client.ready).rejects.toMatchObject({ code: 'engine.unavailable' });
    await expect(client.query('select 1')).rejects.toThrow('404');
  });

  test('for a worker that no longer answers', async () => {
    const { client, lives } = open((life) => (life === 0 ? { ping: () => forever } : {}), short);
    await client.ready;
    await expect(client.query('wait')).rejects.toThrow('no longer answers');
    await client.tables();
    expect(lives).toHaveLength(2);
  });

  test('for work that will not stop', async () => {
    const { client, lives } = open((life) => (life === 0 ? { cancel: () => forever } : {}), short);
    await client.ready;
    const pending = client.query('wait').catch((thrown: unknown) => thrown);
    await client.cancel();
    expect(await pending).toMatchObject({ code: 'engine.cancelled' });
    await client.tables();
    expect(lives).toHaveLength(2);
  });
});
