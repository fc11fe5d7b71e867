import type { CellContext, GroupFilter } from '../cells';
import { isSamePair, toMerge, withMembers, withMerge, withoutMembers, withoutMerge, type CustomColumns, type MemberAbout, type MemberAction, type Merge, type MergePair, type Overrides, type Playbook } from '../playbook';
import { isTextField, type Pasted } from '../ui/file-paste';
import { plural } from '../ui/format';
import type { Result } from '../ui/result';
import type { SqlSchema } from '../ui/sql-editor';
import type { SectionKey } from './playbook/sections';
import { Author } from './author.svelte';
import { commandOf, keysOf, type Commands } from './commands';
import { chooseFiles, download, fileNameOf, playbookFileName, fromFileText, readPlaybook, toFileText, toPlaybookText } from './files';
import { fromRecipe } from './import/recipes';
import { besidePage, namedFiles } from './named-files';
import { pastedFile, pasteHint } from './pasted';
import type { Workbench } from './workbench.svelte';

/** What a file dialog offers; anything else can still be dropped, and is told by what it holds. */
const dataEndings = '.csv,.tsv,.txt,.gz,.zip,.xlsx,.json,.ndjson,.jsonl,.parquet,.arrow,.feather';

/** What is open on the page besides the notebook, what cells may ask of it, and what its keys and buttons do. */
export class PageState implements CellContext {
  readonly bench: Workbench;
  isShortcutsOpen = $state(false);
  isPaletteOpen = $state(false);
  #openedGroup = $state.raw<number | null>(null);
  #pastes = 0;
  readonly #author = new Author();
  #section = $state.raw<SectionKey | null>(null);
  #rows = $state.raw<{ title: string; description: string; sql: string } | null>(null);

  constructor(bench: Workbench) {
    this.bench = bench;
  }

  get revision(): number {
    return this.bench.revision;
  }

  get schema(): SqlSchema {
    return this.bench.schema;
  }

  get openedGroup(): number | null {
    return this.#openedGroup;
  }

  get rows(): { title: string; description: string; sql: string } | null {
    return this.#rows;
  }

  get overrides(): Overrides {
    return this.bench.notebook.overrides;
  }

  get playbook(): Playbook {
    return this.bench.rules.followed;
  }

  get custom(): CustomColumns {
    return this.bench.custom;
  }

  query = (sql: string): Promise<Result> => this.bench.query(sql);

  openGroup(groupNo: number): void {
    this.#openedGroup = groupNo;
  }

  closeGroup(): void {
    const row = document.querySelector<HTMLElement>(`[data-group="${this.#openedGroup}"]`);
    this.#openedGroup = null;
    row?.focus();
  }

  /** Opens the group that the table lists before or after the open one. */
  stepGroup(by: -1 | 1): void {
    const listed = [...document.querySelectorAll<HTMLElement>('[data-group]')].map((each) => Number(each.dataset.group));
    const next = listed[listed.indexOf(this.#openedGroup ?? -1) + by];
    if (next !== undefined) this.#openedGroup = next;
  }

  openFile(fileNo: number): void {
    this.bench.openSheet(fileNo);
  }

  get day(): string | null {
    return this.bench.playbook.asOf;
  }

  chooseDay(day: string | null): void {
    void this.bench.usePlaybook({ ...this.bench.playbook, asOf: day });
  }

  showRows(rows: { title: string; description: string; sql: string }): void {
    this.#rows = rows;
  }

  closeRows(): void {
    this.#rows = null;
  }

  showGroups(filter: Partial<GroupFilter>): void {
    const { notebook } = this.bench;
    const cell = notebook.cells.find((each) => each.kind === 'groups');
    const patch = { text: '', interest: '', nextStep: '', completenessBand: '', engagementBand: '', missingRole: '', limit: 25, ...filter };
    const id = cell?.id ?? notebook.add('groups', notebook.cells.at(-1)?.id ?? null);
    notebook.change(id, patch);
    requestAnimationFrame(() => document.getElementById(`cell-${id}`)?.scrollIntoView({ block: 'start' }));
  }

  decide(pair: MergePair, verdict: Merge['verdict']): void {
    const before = this.#decisionOn(pair);
    const { notebook, toasts } = this.bench;
    notebook.useOverrides(withMerge(notebook.overrides, toMerge(pair, verdict)));
    toasts.show(verdict === 'same' ? 'Merged' : 'Kept apart', 'positive', { label: 'Undo', run: () => this.#restore(pair, before) });
  }

  undecide(pair: MergePair): void {
    const before = this.#decisionOn(pair);
    this.#restore(pair, null);
    this.bench.toasts.show('The decision was taken back', 'info', { label: 'Undo', run: () => this.#restore(pair, before) });
  }

  seat(actions: readonly MemberAction[]): void {
    const [first] = actions;
    if (!first) return;
    const what = first.action === 'remove' ? 'taken out of the group' : `seated${first.role ? ` as ${first.role}` : ''}`;
    this.#decideOnMembers(withMembers(this.overrides, actions), `${plural(actions.length, 'person', 'people')} ${what} by hand`);
  }

  unseat(about: readonly MemberAbout[]): void {
    this.#decideOnMembers(withoutMembers(this.overrides, about), `The rules decide again on ${plural(about.length, 'person', 'people')}`);
  }

  get author(): string {
    return this.#author.name;
  }

  signAs(name: string): void {
    this.#author.sign(name);
  }

  #decideOnMembers(after: Overrides, words: string): void {
    const { notebook, toasts } = this.bench;
    const { members } = this.overrides;
    notebook.useOverrides(after);
    toasts.show(words, 'positive', { label: 'Undo', run: () => notebook.useOverrides({ ...notebook.overrides, members }) });
  }

  #decisionOn(pair: MergePair): Merge | null {
    return this.overrides.merges.find((each) => isSamePair(each, pair)) ?? null;
  }

  #restore(pair: MergePair, before: Merge | null): void {
    const { notebook } = this.bench;
    notebook.useOverrides(before ? withMerge(notebook.overrides, before) : withoutMerge(notebook.overrides, pair));
  }

  /** Takes dropped or chosen files: a notebook is opened, a recipe applied, everything else is added as data. */
  async take(files: readonly File[]): Promise<void> {
    const isNotebook = (file: File) => file.name.endsWith('.rolecall.json');
    const isRecipe = (file: File) => file.name.endsWith('.recipe.json');
    const isPlaybook = (file: File) => file.name.endsWith('.playbook.json');
    for (const file of files.filter(isNotebook)) await this.#openNotebook(file);
    for (const file of files.filter(isRecipe)) await this.#takeRecipe(file);
    for (const file of files.filter(isPlaybook)) await this.#openPlaybook(file);
    const data = files.filter((file) => !isNotebook(file) && !isRecipe(file) && !isPlaybook(file));
    if (data.length > 0) await this.bench.addFiles(data);
  }

  /** Takes what was pasted: a text that is a table, or else files; a spreadsheet also puts a picture of its cells beside them. */
  async paste({ text, files }: Pasted): Promise<void> {
    const table = pastedFile(text, this.#pastes + 1);
    if (table) this.#pastes += 1;
    if (table || files.length > 0) await this.take(table ? [table] : files);
    else this.bench.toasts.show(pasteHint);
  }

  /** Fetches and takes the files that the page's address names, `?files=a.csv,b.csv`. */
  async openNamed({ search, baseURI }: { search: string; baseURI: string }): Promise<void> {
    const urls = namedFiles(search).flatMap((address) => {
      try {
        return besidePage(address, baseURI);
      } catch (thrown) {
        this.bench.complain('A file in the page’s address was not fetched', thrown);
        return [];
      }
    });
    if (urls.length > 0) await this.take(await this.bench.fetchFiles(urls));
  }

  /** The part of the playbook that is open; null while the notebook is. */
  get section(): SectionKey | null {
    return this.#section;
  }

  showPlaybook(section: SectionKey = 'interests'): void {
    this.closeGroup();
    this.#section = section;
    window.scrollTo(0, 0);
  }

  showNotebook(): void {
    this.#section = null;
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const isTyping = target !== null && isTextField(target);
    const command = commandOf(event, isTyping);
    if (!command || (command === 'closePanel' && this.#openedGroup === null)) return;
    event.preventDefault();
    // Every command but `keys`, which no key asks for, takes no arguments.
    (this.commands[command] as () => void)();
  }

  readonly commands: Commands = {
    addFiles: () => void chooseFiles(dataEndings, true).then((files) => this.take(files)),
    exploreSample: () => void this.bench.exploreSample(),
    openNotebook: () => void chooseFiles('.json', false).then(async ([file]) => { if (file) await this.#openNotebook(file); }),
    saveNotebook: () => {
      const spec = this.bench.notebook.toSpec();
      download(fileNameOf(spec.title), toFileText(spec));
      this.bench.toasts.show(`Saved as ${fileNameOf(spec.title)}`, 'positive');
    },
    openPlaybook: () => void chooseFiles('.json', false).then(async ([file]) => { if (file) await this.#openPlaybook(file); }),
    savePlaybook: () => {
      const { playbook, toasts } = this.bench;
      const name = playbookFileName(playbook.name);
      download(name, toPlaybookText(playbook, document.baseURI));
      toasts.show(`Saved as ${name}`, 'positive');
    },
    switchView: () => { if (this.#section === null) this.showPlaybook(); else this.showNotebook(); },
    runAll: () => void this.bench.run().then(() => this.bench.notebook.rerun()),
    undo: () => this.bench.notebook.undo(),
    redo: () => this.bench.notebook.redo(),
    showShortcuts: () => { this.isShortcutsOpen = true; },
    showPalette: () => { this.isPaletteOpen = true; },
    closePanel: () => this.closeGroup(),
    keys: keysOf,
  };

  /** Takes a playbook from a file as a draft beside the kept one. */
  async #openPlaybook(file: File): Promise<void> {
    try {
      const playbook = await readPlaybook(file);
      this.bench.rules.edit(() => playbook);
      this.showPlaybook();
    } catch (thrown) {
      this.bench.complain(`${file.name} was not opened`, thrown);
    }
  }

  async #takeRecipe(file: File): Promise<void> {
    try {
      await this.bench.useRecipe(fromRecipe(fromFileText(await file.text())));
    } catch (thrown) {
      this.bench.complain(`${file.name} was not applied`, thrown);
    }
  }

  async #openNotebook(file: File): Promise<void> {
    try {
      this.bench.notebook.open(fromFileText(await file.text()));
      this.bench.toasts.show(`Opened ${file.name}`, 'positive', { label: 'Undo', run: () => this.bench.notebook.undo() });
    } catch (thrown) {
      this.bench.complain(`${file.name} was not opened`, thrown);
    }
  }
}
