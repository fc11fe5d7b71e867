import type { FileReport, MemoryReport, SkippedPart } from '../engine/api';
import type { EngineClient } from '../engine/client';
import { EngineError } from '../engine/errors';
import type { FileHints, Recipe } from '../engine/import';
import type { EngineState } from '../engine/state';
import { customIn, noCustom, type CustomColumns, type Playbook } from '../playbook';
import { ownValue } from '../util/own';
import { inWords, plural } from '../ui/format';
import type { Result } from '../ui/result';
import type { SqlSchema } from '../ui/sql-editor';
import { Toasts } from '../ui/toasts.svelte';
import { askerOf } from './asker';
import { ImportSheet } from './import/import-sheet.svelte';
import { typesQuestion, unknownTypesSql } from './import/activity-types';
import { questionsOf } from './import/questions';
import { mayFit, toRecipe } from './import/recipes';
import { fetchFile, nameAt } from './named-files';
import { NotebookState } from './notebook-state.svelte';
import { missingNotice } from './missing';
import { Notices, type PageNotice } from './notices.svelte';
import { Rules } from './rules.svelte';
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
  readonly rules = new Rules(this.notebook, {
    hasFiles: () => this.#files.length > 0,
    run: () => this.run(),
    keepResults: () => this.engine.keepResults(),
    markOutdated: () => { this.#isOutdated = true; },
  });
  #state = $state.raw<EngineState>({ status: 'loading', bytes: 0, total: null });
  #files = $state.raw<readonly FileReport[]>([]);
  #revision = $state.raw(0);
  #schema = $state.raw<SqlSchema>({});
  #custom = $state.raw<CustomColumns>(noCustom);
  #memory = $state.raw<MemoryReport | null>(null);
  readonly #notices = new Notices();
  #missing: { id: number; text: string } | null = null;
  #loading = $state.raw<Work | null>(null);
  #sheet = $state.raw<ImportSheet | null>(null);
  #isOutdated = $state.raw(false);
  #fetching = new AbortController();

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
    return this.rules.playbook;
  }

  /** Columns of the loaded files that are none of ours. */
  get custom(): CustomColumns {
    return this.#custom;
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
  async addFiles(files: readonly File[], isOurSample = false): Promise<FileReport[]> {
    const added: FileReport[] = [];
    for (const [at, file] of files.entries()) {
      this.#loading = { words: `Reading ${file.name}`, done: at, total: files.length };
      try {
        const { loaded, skipped } = await this.engine.addFile(file, {}, this.notebook.recipes);
        added.push(...loaded);
        this.#files = this.engine.files;
        for (const report of loaded) this.#tellOf(report);
        this.#tellOfSkipped(file, skipped);
      } catch (thrown) {
        if (isCancel(thrown)) break;
        const action = isMystery(thrown) ? { label: 'Say what it holds', run: () => this.#openSheet(file, file.name) } : null;
        this.#notices.add('negative', `${file.name} was not loaded`, messageOf(thrown), action, file);
      }
    }
    this.#loading = added.length > 0 ? { words: 'Scoring', done: files.length, total: files.length } : null;
    if (added.length > 0) await this.run();
    this.#loading = null;
    if (added.some(({ snapshot }) => snapshot !== null)) await this.#tellOfSetAside();
    // The sample's own odd type is there to be found, not to stand before its first picture.
    if (!isOurSample) await this.#askAboutTypes(added);
    return added;
  }

  /** Fetches files one by one; one that cannot be had is named in a notice. Gives those that came before it was stopped. */
  async fetchFiles(urls: readonly URL[]): Promise<File[]> {
    const files: File[] = [];
    const { signal } = (this.#fetching = new AbortController());
    for (const url of urls) {
      const words = `Fetching ${nameAt(url)}`;
      this.#loading = { words, done: 0, total: 1 };
      try {
        files.push(await fetchFile(url, signal, (bytes, total) => { this.#loading = { words, done: total ? bytes : 0, total: total ?? 1 }; }));
      } catch (thrown) {
        if (signal.aborted) break;
        this.complain(`${nameAt(url)} was not loaded`, thrown);
      }
    }
    this.#loading = null;
    return files;
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
      const report = before ? await this.engine.reloadFile(before.fileNo, hints) : (await this.engine.addFile(file, hints, [], table === file.name ? null : table)).loaded[0];
      this.#files = this.engine.files;
      this.#notices.forget(file);
      this.#notices.forget(partKey(table));
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
      await this.addFiles(await sampleFiles(), true);
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
      const report = await this.engine.run(this.playbook, this.notebook.overrides);
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
    this.#fetching.abort();
    this.notebook.cancel();
    await this.engine.cancel();
  }

  /** Replaces the playbook and runs with it. */
  async usePlaybook(playbook: Playbook): Promise<void> {
    await this.rules.use(playbook);
  }

  /** Counts a source's activity type as one of ours, or as it comes (null), and scores again; undo by the toast. */
  async nameActivity(source: string, type: string | null, isUndo = false): Promise<void> {
    const before = ownValue(this.playbook.activityAliases, source) ?? null;
    const others = Object.entries(this.playbook.activityAliases).filter(([each]) => each !== source);
    const activityAliases = Object.fromEntries(type === null ? others : [...others, [source, type]]);
    this.#notices.forget(unknownTypes);
    const words = type === null ? `“${source}” counts as it comes` : `“${source}” counts as ${type}`;
    this.toasts.show(words, 'positive', isUndo ? null : { label: 'Undo', run: () => void this.nameActivity(source, before, true) });
    await this.usePlaybook({ ...this.playbook, activityAliases });
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
    this.#custom = customIn(known);
    this.#tellMissing(missingNotice(this.playbook, known));
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
      this.rules.loseComparison();
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
    }, table);
  }

  /** Names the parts of a file that were left out; of a table a person may say what it holds. */
  #tellOfSkipped(file: File, skipped: readonly SkippedPart[]): void {
    const [tables, others] = [skipped.filter(({ isTable }) => isTable), skipped.filter(({ isTable }) => !isTable)];
    const asked = tables.slice(0, askLimit);
    for (const { name, reason } of asked) {
      this.#notices.add('warning', `${name} was left out`, reason, { label: 'Say what it holds', run: () => this.#openSheet(file, name) }, partKey(name));
    }
    const rest = [...tables.slice(askLimit), ...others];
    if (rest.length > 0) this.#notices.add('warning', `${plural(rest.length, 'part')} of ${file.name} left out`, rest.map(({ reason }) => reason).join(' '));
  }

  /** Says which types of the activities just added nobody knows. */
  async #askAboutTypes(added: readonly FileReport[]): Promise<void> {
    const file = added.find(({ entity }) => entity === 'activity');
    if (!file || this.#isOutdated) return;
    try {
      const question = typesQuestion(await this.engine.rows(unknownTypesSql));
      this.#notices.forget(unknownTypes);
      if (question) this.#notices.add('warning', question.title, question.text, { label: 'Say what they are', run: () => this.openSheet(file.fileNo) }, unknownTypes);
    } catch (thrown) {
      if (!isCancel(thrown)) this.complain('The activity types could not be looked at', thrown);
    }
  }

  /** Says what a person should look at in a file that was read. */
  #tellOf(report: FileReport): void {
    const file = this.engine.fileOf(report.fileNo);
    const look = { label: 'Look at it', run: () => this.#openSheet(file, report.fileName) };
    for (const { title, text, inPlaceOf } of questionsOf(report)) {
      const replace = { label: 'Put it in its place', run: () => this.#replace(file, report.fileName, inPlaceOf) };
      this.#notices.add('warning', title, text, inPlaceOf === null ? look : replace, file);
    }
  }

  /** Says that some exports do not count, since those of another day do. */
  async #tellOfSetAside(): Promise<void> {
    const rows = await this.engine.rows('select file_name from ingest.file where not is_current and snapshot is not null').catch(() => []);
    if (rows.length > 0) this.toasts.show(`${plural(rows.length, 'export')} set aside: of each list one day counts, as the Files cell shows`, 'info');
  }

  /** Lets one loaded table count in the place of another. */
  #replace(file: File, table: string, inPlaceOf: string | null): void {
    const hints = { ...this.engine.reportOf(file, table)?.hints, ...(inPlaceOf === null ? {} : { inPlaceOf }) };
    void this.applyHints(file, table, hints).catch((thrown: unknown) => this.complain(`${table} could not be put in the place of ${inPlaceOf}`, thrown));
  }
}

/** Of the tables left out of one file, so many are asked about one by one. */
const askLimit = 3;

const partKey = (table: string): string => `part ${table}`;

/** What the notice of unknown activity types is about. */
const unknownTypes = 'unknown activity types';

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
