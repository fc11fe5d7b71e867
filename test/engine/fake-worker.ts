import { expose } from 'comlink';
import type { EngineApi, FileReport } from '../../src/engine/api';
import { EngineError } from '../../src/engine/errors';
import type { StartedWorker } from '../../src/engine/start-worker';

/** A worker in this very thread: what it was asked, and ways to make it misbehave. */
export interface FakeWorker extends StartedWorker {
  log: string[];
  /** Ends it as a crash would: it says nothing more, and `gone` tells. */
  kill(reason: string): void;
  isStopped: boolean;
}

const forever = new Promise<never>(() => undefined);

/** Starts fake workers; `change` says, for the first, second … one, what it does differently. */
export function fakeWorkers(change: (life: number) => Partial<EngineApi> = () => ({})): {
  start: () => FakeWorker;
  lives: FakeWorker[];
} {
  const lives: FakeWorker[] = [];
  const start = (): FakeWorker => {
    const life = fakeWorker(change(lives.length));
    lives.push(life);
    return life;
  };
  return { start, lives };
}

function fakeWorker(change: Partial<EngineApi>): FakeWorker {
  const { port1: inside, port2: worker } = new MessageChannel();
  const log: string[] = [];
  let files = 0;
  const names = new Map<number, string>();
  const api: EngineApi = {
    open: async (_, onBytes) => onBytes(1, 2),
    died: () => forever,
    addFile: async (file, hints = {}) => {
      // Node sends a File as a Blob without its name, which the hints still have.
      const [name = file.name] = Object.keys(hints);
      const told = hints[name] ?? {};
      log.push(`add ${file.size}${isEmpty(told) ? '' : ` ${JSON.stringify(told)}`}`);
      names.set(++files, name);
      return { loaded: [{ ...report(files, name), hints: told }], skipped: [] };
    },
    reloadFile: async (fileNo, file, hints) => {
      log.push(`reload ${fileNo}, ${file.size}`);
      names.set(++files, names.get(fileNo) ?? '');
      return { ...report(files, names.get(files)), hints };
    },
    previewFile: () => forever,
    readSheets: () => forever,
    profileFile: () => forever,
    removeFile: async (fileNo) => void log.push(`remove ${fileNo}`),
    run: async (playbook, overrides, onTable) => {
      log.push(`run ${JSON.stringify(playbook)}${overrides === null ? '' : ` with ${JSON.stringify(overrides)}`}`);
      await onTable('score.member', 0, 1);
      return { tables: [], ms: 0 };
    },
    keepResults: async () => void log.push('keep'),
    query: async (sql) => {
      if (sql === 'wait') return forever;
      throw new EngineError('sql.failed', 'Parser Error: no', { sql, position: 3 });
    },
    cancel: async () => void log.push('cancel'),
    tables: async () => [],
    memory: async () => ({ wasm: 0, used: 0, temporary: 0 }),
    timings: async () => ({ open: 0, lastRun: null }),
    ping: async () => undefined,
    ...change,
  };
  expose(api, inside);
  let tell: (reason: string) => void = () => undefined;
  const fake: FakeWorker = {
    worker,
    log,
    isStopped: false,
    gone: new Promise((resolve) => (tell = resolve)),
    kill: (reason) => {
      inside.close();
      tell(reason);
    },
    stop: () => {
      fake.isStopped = true;
      inside.close();
      worker.close();
    },
  };
  return fake;
}

function report(fileNo: number, fileName = `${fileNo}.csv`): FileReport {
  return { fileNo, fileName, bytes: 1, entity: 'person', sourceSystem: null, records: 1, rejected: 0, unread: 0, skipped: 0, isCutShort: false, columns: [], snapshot: null, overlap: null, hints: {}, recipe: null };
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
