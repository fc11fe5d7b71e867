import worker from '../workers/engine.worker?worker&url';
import { startEngine } from './engine/start';
import { defaultPlaybook } from './playbook';

const engine = startEngine(worker);

/** For people who live in the browser's console, and for tests. */
const rolecall = {
  ready: engine.ready,
  addFiles: (files: File[]) => Promise.all(files.map((file) => engine.addFile(file))),
  run: () => engine.run(rolecall.playbook),
  query: (sql: string) => engine.rows(sql),
  tables: () => engine.tables(),
  playbook: defaultPlaybook,
  memory: () => engine.memory(),
  timings: () => engine.timings(),
};

Object.assign(window, { rolecall });
