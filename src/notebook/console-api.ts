import type { EngineClient } from '../engine/client';
import type { FileReport, MemoryReport, TableInfo, TimingReport } from '../engine/api';
import type { Row } from '../engine/wire';
import { parseOverrides, type Overrides, type Playbook } from '../playbook';
import type { NotebookSpec } from './spec';
import type { Workbench } from './workbench.svelte';

/** `window.rolecall`: the page for people who live in the browser's console, and for benches. */
export interface ConsoleApi {
  /** Resolves when the engine can be asked. */
  readonly ready: Promise<void>;
  /** Adds files and runs the pipeline; gives what became of those that could be read. */
  addFiles(files: Iterable<File>): Promise<FileReport[]>;
  /** Brings every table and cell up to date. */
  run(): Promise<void>;
  /** The result of one statement as plain objects; BIGINT as number, times as Date (UTC). */
  query(sql: string): Promise<Row[]>;
  tables(): Promise<TableInfo[]>;
  /** Setting it scores again with the new rules. */
  playbook: Playbook;
  /** What was decided by hand about particular records; setting it scores again, and undo takes it back. */
  overrides: Overrides;
  /** The document as it would be saved; setting it opens another, which undo takes back. */
  notebook: NotebookSpec;
  memory(): Promise<MemoryReport>;
  timings(): Promise<TimingReport>;
  /** The engine itself, for benches and tests: behind the page's back. */
  readonly engine: EngineClient;
}

/** The console's view of a workbench. */
export function consoleApi(bench: Workbench): ConsoleApi {
  return {
    get ready() {
      return bench.engine.ready;
    },
    addFiles: (files) => bench.addFiles([...files]),
    run: async () => {
      await bench.run();
      await bench.notebook.settled();
    },
    query: (sql) => bench.engine.rows(sql),
    tables: () => bench.engine.tables(),
    get playbook() {
      return bench.playbook;
    },
    set playbook(playbook) {
      void bench.usePlaybook(playbook);
    },
    get overrides() {
      return bench.notebook.overrides;
    },
    set overrides(overrides) {
      bench.notebook.useOverrides(parseOverrides(overrides));
    },
    get notebook() {
      return bench.notebook.toSpec();
    },
    set notebook(spec) {
      bench.notebook.open(spec);
    },
    memory: () => bench.engine.memory(),
    timings: () => bench.engine.timings(),
    engine: bench.engine,
  };
}
