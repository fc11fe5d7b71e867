import type { FileReport, MemoryReport } from '../engine/api';
import type { EngineClient } from '../engine/client';
import { EngineError } from '../engine/errors';
import type { FileHints, Recipe } from '../engine/import';
import type { EngineState } from '../engine/state';
import { defaultPlaybook, type Playbook } from '../playbook';
import { inWords, plural } from '../ui/format';
import type { Result } from '../ui/result';
import type { SqlSchema } from '../ui/sql-editor';
import { Toasts } from '../ui/toasts.svelte';
import { askerOf } from './asker';
import { ImportSheet } from './import/import-sheet.svelte';
import { questionsOf } from './import/questions';
import { mayFit, toRecipe } from './import/recipes';
import { NotebookState } from './notebook-state.svelte';
import { missingNotice } from './missing';
import { Notices, type PageNotice } from './notices.svelte';
import { sampleFiles } from './sample';

/** What is being done that takes a while; `done` of `total` steps. */
export interface Work {
  words: string;
  done: number;
  total: number;
}

/** Everything the page has: the engine, its files, the playbook, the notebook, and what there is to tell. */
export class Workbench {
  readonly engine: EngineClient;
  readonly notebook = new NotebookState();
  readonly toasts = new Toasts();
  #state = $state.raw<EngineState>({ status: 'loading', bytes: 0, total: null });
  #files = $state.raw<readonly FileReport[]>([]);
  #playbook = $state.raw<Playbook>(defaultPlaybook);
  #revision = $state.raw(0);
  #schema = $state.raw<SqlSchema>({});
  #memory = $state.raw<MemoryReport | null>(null);
  readonly #notices = new Notices();
  #missing: { id: number; text: string } | null = null;
  #loading = $state.raw<Work | null>(null);
  #sheet = $state.raw<ImportSheet | null>(null);
  #isOutdated = $state.raw(false);

  constructor(engine: EngineClient) {
    this.engine = engine;
    this.#state = engine.state;
    engine.onState((state) => void this.#follow(state));
  }

  get state(): EngineState {
    return this.#state;
  }

  get files(): readonly FileReport[] {
    return this.#files;
  }

  get playbook(): Playbook {
    return this.#playbook;
  }

  /** One more after every run of the pipeline; 0 before the first. */
  get revision(): number {
    return this.#revision;
  }

  get schema(): SqlSchema {
    return this.#schema;
  }

  get memory(): MemoryReport | null {
    return this.#memory;
  }

  get notices(): readonly PageNotice[] {
    return this.#notices.all;
  }

  /** Whether the page has anything to show besides its first screen. */
  get isOpen(): boolean {
    return this.#files.length > 0 || this.#loading !== null;
  }

  /** Whether a run was stopped or failed, so that the tables do not follow from the files. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** The file whose columns are being looked at. */
  get sheet(): ImportSheet | null {
    return this.#sheet;
  }

  get work(): Work | null {
    if (this.#state.status === 'running') return { words: wordsFor(this.#state.table), done: this.#state.done, total: this.#state.total };
    return this.#loading;
  }

  query = async (sql: string): Promise<Result> => askerOf(this.engine).ask(sql);

  /** Adds files one by one and runs the pipeline; a file that cannot be read is named in a notice and left out. */
  async addFiles(files: readonly File[]): Promise<FileReport[]> {
    const added: FileReport[] = [];
    for (const [at, file] of files.entries()) {
      this.#loading = { words: `Reading ${file.name}`, done: at, total: files.length };
      try {
        const { loaded, skipped } = await this.engine.addFile(file, {}, this.notebook.recipes);
        added.push(...loaded);
        this.#files = this.engine.files;
        for (const report of loaded) this.#tellOf(report);
        if (skipped.length > 0) this.#notices.add('warning', `${plural(skipped.length, 'part')} of ${file.name} left out`, skipped.map(({ reason }) => reason).join(' '));
      } catch (thrown) {
        if (isCancel(thrown)) break;
        const action = isMystery(thrown) ? { label: 'Say what it holds', run: () => this.#openSheet(file, file.name) } : null;
        this.#notices.add('negative', `${file.name} was not loaded`, messageOf(thrown), action, file);
      }
    }
    this.#loading = added.length > 0 ? { words: 'Scoring', done: files.length, total: files.length } : null;
    if (added.length > 0) await this.run();
    this.#loading = null;
    return added;
  }

  /** Opens the sheet of a loaded file; an unknown number is fine. */
  openSheet(fileNo: number): void {
    const report = this.#files.find((each) => each.fileNo === fileNo);
    if (report) this.#openSheet(this.engine.fileOf(fileNo), report.fileName);
  }

  closeSheet(): void {
    this.#sheet = null;
  }

  /**
   * Reads one table of a file, loaded or not, by what was decided about it, keeps that as a recipe and runs.
   * Throws when it cannot be read so; all is then as it was.
   */
  async applyHints(file: File, table: string, hints: FileHints): Promise<void> {
    const before = this.engine.reportOf(file, table);
    this.#loading = { words: `Reading ${table}`, done: 0, total: 1 };
    try {
      const report = before ? await this.engine.reloadFile(before.fileNo, hints) : (await this.engine.addFile(file, hints)).loaded[0];
      this.#files = this.engine.files;
      this.#notices.forget(file);
      if (report) this.notebook.keepRecipe(toRecipe(report));
      const undo = () => void this.applyHints(file, table, before?.hints ?? {}).catch((thrown: unknown) => this.complain(`${table} could not be read as before`, thrown));
      if (before) this.toasts.show(`${table} was read again`, 'positive', { label: 'Undo', run: undo });
      else this.toasts.show(`${table} was loaded`, 'positive');
    } finally {
      this.#loading = null;
    }
    void this.run();
  }

  /** Keeps a recipe for the files to come, and reads those again that it fits. */
  async useRecipe(recipe: Recipe): Promise<void> {
    this.notebook.keepRecipe(recipe);
    const fitting = this.#files.filter(({ columns }) => mayFit(recipe, columns.map(({ sourceColumn }) => sourceColumn)));
    const read: FileReport[] = [];
    for (const { fileNo } of fitting) {
      this.#notices.forget(this.engine.fileOf(fileNo));
      const report = await this.engine.reloadFile(fileNo, {}, [recipe]);
      this.#files = this.engine.files;
      this.#tellOf(report);
      if (report.recipe) read.push(report);
    }
    const names = inWords(read.map(({ fileName }) => fileName));
    this.toasts.show(read.length > 0 ? `The recipe “${recipe.name}” was applied to ${names}` : `The recipe “${recipe.name}” waits for a file it fits`, 'positive');
    if (fitting.length > 0) await this.run();
  }

  async exploreSample(): Promise<void> {
    this.#loading = { words: 'Fetching the sample', done: 0, total: 1 };
    try {
      await this.addFiles(await sampleFiles());
    } catch (thrown) {
      this.#notices.add('negative', 'The sample could not be opened', messageOf(thrown));
    }
    this.#loading = null;
  }

  async removeFile(report: FileReport): Promise<void> {
    this.#notices.forget(this.engine.fileOf(report.fileNo));
    await this.engine.removeFile(report.fileNo);
    this.#files = this.engine.files;
    this.toasts.show(`${report.fileName} was taken out`);
    await this.run();
  }

  /** Brings the tables up to date and runs the cells that read what changed. */
  async run(): Promise<void> {
    try {
      const report = await this.engine.run(this.#playbook);
      this.#isOutdated = false;
      const made = report.tables.filter((table) => table.isRecomputed).map((table) => table.table);
      await this.#afterRun([...made, ...made.length > 0 ? sourceTables : []]);
    } catch (thrown) {
      this.#isOutdated = true;
      if (isCancel(thrown)) this.toasts.show('Stopped. The numbers are those of the last full run.', 'info', { label: 'Run again', run: () => void this.run() });
      else this.#notices.add('negative', 'The scores could not be made', messageOf(thrown));
    }
  }

  async cancel(): Promise<void> {
    this.notebook.cancel();
    await this.engine.cancel();
  }

  /** Replaces the playbook and runs with it. */
  async usePlaybook(playbook: Playbook): Promise<void> {
    this.#playbook = playbook;
    if (this.#files.length > 0) await this.run();
  }

  dismiss(id: number): void {
    this.#notices.dismiss(id);
  }

  /** Tells what went wrong until it is dismissed. */
  complain(title: string, thrown: unknown): void {
    this.#notices.add('negative', title, messageOf(thrown));
  }

  async #afterRun(tables: readonly string[]): Promise<void> {
    const isFirst = this.#revision === 0;
    this.#revision += 1;
    if (isFirst) this.notebook.connect(askerOf(this.engine));
    else this.notebook.refresh(tables);
    const known = await this.engine.tables();
    this.#schema = Object.fromEntries(known.map(({ schema, table, columns }) => [`${schema}.${table}`, columns.map((column) => column.name)]));
    this.#tellMissing(missingNotice(this.#playbook, known));
    this.#memory = await this.engine.memory();
  }

  /** Says once which columns the rules miss, and takes it back when they miss others or none. */
  #tellMissing(notice: ReturnType<typeof missingNotice>): void {
    if (notice?.text === this.#missing?.text) return;
    if (this.#missing) this.#notices.dismiss(this.#missing.id);
    this.#missing = notice && { id: this.#notices.add('warning', notice.title, notice.text), text: notice.text };
  }

  async #follow(state: EngineState): Promise<void> {
    const wasRestarting = this.#state.status === 'restarting';
    this.#state = state;
    if (state.status === 'restarting' && !wasRestarting) {
      this.notebook.connect(null);
      // Files get new numbers.
      this.closeSheet();
      this.toasts.show(`The engine was restarted: ${state.reason}`, 'negative');
      await this.engine.ready.catch(() => undefined);
      this.#files = this.engine.files;
      if (this.engine.state.status === 'failed' || this.#revision === 0) return;
      this.notebook.connect(askerOf(this.engine));
      this.#revision += 1;
    }
    if (state.status === 'ready' && state.lost.length > 0) {
      this.#notices.add('warning', `${plural(state.lost.length, 'file')} could not be read again`, `${inWords(state.lost)}: add them again from disk.`);
    }
  }

  #openSheet(file: File, table: string): void {
    this.#sheet = new ImportSheet(file, this.engine.reportOf(file, table), {
      preview: (each, hints) => this.engine.previewFile(each, table, hints),
      profile: (fileNo) => this.engine.profileFile(fileNo),
      apply: (hints) => this.applyHints(file, table, hints),
      close: () => this.closeSheet(),
    });
  }

  /** Says what a person should look at in a file that was read. */
  #tellOf(report: FileReport): void {
    const file = this.engine.fileOf(report.fileNo);
    const action = { label: 'Look at it', run: () => this.#openSheet(file, report.fileName) };
    for (const { title, text } of questionsOf(report)) this.#notices.add('warning', title, text, action, file);
  }
}

/** What making a table means to a person, by its phase. */
function wordsFor(table: string): string {
  return phaseWords[table.slice(0, table.indexOf('.'))] ?? `Making ${table}`;
}

const phaseWords: Record<string, string> = {
  config: 'Reading the playbook',
  canon: 'Matching records',
  persona: 'Understanding job titles',
  role: 'Giving people their seats',
  score: 'Scoring the groups',
};

/** Tables that change with the files rather than by a run. */
const sourceTables = ['ingest.file', 'ingest.reject', 'ingest.column_map'];

/** Whether a person can say what the file holds, so that it can be read after all. */
const isMystery = (thrown: unknown) => thrown instanceof EngineError && ['ingest.unknown-columns', 'ingest.no-account-key'].includes(thrown.code);

const isCancel = (thrown: unknown) => thrown instanceof EngineError && thrown.code.endsWith('.cancelled');

const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));
