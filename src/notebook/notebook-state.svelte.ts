/* eslint-disable svelte/prefer-svelte-reactivity -- what views read is replaced whole in $state.raw; the rest is nobody's view */
import { cellTypes, type CellOptions, type CellRun, type OptionValue } from '../cells';
import type { Recipe } from '../engine/import';
import type { Overrides, Playbook } from '../playbook';
import { CellRuns, type Asker } from './cell-runs.svelte';
import { defaultNotebook } from './default-notebook';
import { toGraph } from './graph';
import { History } from './history.svelte';
import { withRecipe } from './import/recipes';
import { isCellName, newId, toCell, toNotebook, toNotebookSpec, type Cell, type Notebook, type NotebookSpec } from './spec';

/** The open notebook: its document with undo, and what its cells have come to. */
export class NotebookState {
  readonly #history: History<Notebook>;
  readonly #runs = new CellRuns();
  #told: { overrides: Overrides; playbook: Playbook };
  /** Called when the rules or the decisions by hand have changed, be it by an edit, by undo or by another document. */
  onRules: () => void = () => undefined;

  constructor(spec: unknown = defaultNotebook) {
    this.#history = new History(toNotebook(spec));
    this.#told = { overrides: this.overrides, playbook: this.playbook };
    this.#sync();
  }

  get title(): string {
    return this.#history.now.title;
  }

  get cells(): readonly Cell[] {
    return this.#history.now.cells;
  }

  get recipes(): readonly Recipe[] {
    return this.#history.now.recipes;
  }

  get overrides(): Overrides {
    return this.#history.now.overrides;
  }

  get playbook(): Playbook {
    return this.#history.now.playbook;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get isBusy(): boolean {
    return this.#runs.isBusy;
  }

  runOf(id: string): CellRun {
    return this.#runs.of(id);
  }

  /** The SQL a cell asks, null for one that asks nothing. */
  sqlOf(cell: Cell): string | null {
    return cellTypes.get(cell.kind)?.query(cell.options) ?? null;
  }

  /** Gives cells an engine to ask, or takes it away. */
  connect(asker: Asker | null): void {
    this.#runs.connect(asker);
  }

  /** Says which tables were made again. */
  refresh(tables: Iterable<string>): void {
    this.#runs.refresh(new Set(tables));
  }

  run(id?: string): void {
    this.#runs.run(id === undefined ? undefined : [id]);
  }

  /** Runs every cell again, whether its tables changed or not. */
  rerun(): void {
    this.#runs.run(this.cells.map((cell) => cell.id));
  }

  cancel(): void {
    this.#runs.cancel();
  }

  settled(): Promise<void> {
    return this.#runs.settled();
  }

  rename(title: string): void {
    const clean = title.trim();
    if (clean && clean !== this.title) this.#edit({ title: clean }, 'title');
  }

  /** Adds a cell after another one, or at the top; gives its id. */
  add(kind: string, after: string | null, options: CellOptions = {}): string {
    const cell = toCell({ id: this.#newId(), kind, options });
    this.#insert(cell, after);
    return cell.id;
  }

  /** Adds a SQL cell beneath another one that asks what it asks. */
  copyAsSql(id: string): string | null {
    const cell = this.#find(id);
    const sql = cell ? this.sqlOf(cell) : null;
    if (sql === null) return null;
    const copy = this.add('sql', id, { sql });
    this.run(copy);
    return copy;
  }

  duplicate(id: string): void {
    const cell = this.#find(id);
    if (cell) this.#insert({ ...cell, id: this.#newId(), name: null }, id);
  }

  remove(id: string): void {
    this.#edit({ cells: this.cells.filter((cell) => cell.id !== id) });
  }

  /** Moves a cell up (-1) or down (1); at the end it stays. */
  move(id: string, by: -1 | 1): void {
    const from = this.cells.findIndex((cell) => cell.id === id);
    const to = from + by;
    const [cell, other] = [this.cells[from], this.cells[to]];
    if (!cell || !other) return;
    this.#edit({ cells: this.cells.with(from, other).with(to, cell) });
  }

  /** Changes options of a cell; quick changes in a row are one step of undo. */
  change(id: string, patch: Partial<CellOptions>): void {
    const given = Object.fromEntries(Object.entries(patch).filter((entry): entry is [string, OptionValue] => entry[1] !== undefined));
    const cells = this.cells.map((cell) => (cell.id === id ? { ...cell, options: { ...cell.options, ...given } } : cell));
    this.#edit({ cells }, `${id} ${Object.keys(patch).join()}`);
  }

  /** Names a cell so that others can read it as `cell.<name>`; gives why not, or null when done. */
  nameCell(id: string, name: string): string | null {
    if (name !== '' && !isCellName(name)) return 'A name is lower-case letters, digits and _, and starts with a letter.';
    if (name !== '' && this.cells.some((cell) => cell.id !== id && cell.name === name)) return `Another cell is named ${name}.`;
    this.#edit({ cells: this.cells.map((cell) => (cell.id === id ? { ...cell, name: name || null } : cell)) }, `${id} name`);
    return null;
  }

  /** Keeps how a file was understood, in the place of what was known of files with the same headers. */
  keepRecipe(recipe: Recipe): void {
    this.#edit({ recipes: withRecipe(this.recipes, recipe) });
  }

  /** Replaces the decisions about particular records: one step of undo. */
  useOverrides(overrides: Overrides): void {
    this.#edit({ overrides });
  }

  /** Replaces the rules; edits with one key in a row are one step of undo. */
  usePlaybook(playbook: Playbook, key: string | null = null): void {
    this.#edit({ playbook }, key);
  }

  undo(): void {
    this.#history.undo();
    this.#sync();
  }

  redo(): void {
    this.#history.redo();
    this.#sync();
  }

  /** Takes another document in place of this one; undo brings this one back. Throws `notebook.unreadable`. */
  open(spec: unknown): void {
    this.#history.push(toNotebook(spec));
    this.#sync();
  }

  toSpec(): NotebookSpec {
    return toNotebookSpec(this.#history.now);
  }

  #find(id: string): Cell | undefined {
    return this.cells.find((cell) => cell.id === id);
  }

  #newId(): string {
    return newId(new Set(this.cells.map((cell) => cell.id)));
  }

  #insert(cell: Cell, after: string | null): void {
    const at = after === null ? 0 : this.cells.findIndex((each) => each.id === after) + 1;
    this.#edit({ cells: this.cells.toSpliced(at, 0, cell) });
  }

  #edit(change: Partial<Notebook>, key: string | null = null): void {
    this.#history.push({ ...this.#history.now, ...change }, key);
    this.#sync();
  }

  #sync(): void {
    const kinds = new Map(this.cells.map((cell) => [cell.id, cell.kind]));
    const names = new Map(this.cells.flatMap((cell) => (cell.name ? [[cell.id, cell.name] as const] : [])));
    const isEager = (id: string) => cellTypes.get(kinds.get(id) ?? '')?.isRunOnChange ?? false;
    this.#runs.update(toGraph(this.cells), names, isEager);
    const { overrides, playbook } = this;
    if (overrides === this.#told.overrides && playbook === this.#told.playbook) return;
    this.#told = { overrides, playbook };
    this.onRules();
  }
}
