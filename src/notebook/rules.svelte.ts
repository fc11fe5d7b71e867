import { changesBetween, playbookFaults, type Change, type Fault, type Playbook } from '../playbook';
import type { NotebookState } from './notebook-state.svelte';

/** What the rules ask of the page. */
export interface RuleDoors {
  /** Whether anything is loaded that rules could be about. */
  hasFiles(): boolean;
  /** Brings the tables up to date. */
  run(): Promise<void>;
  /** Keeps the results as they stand, to compare a draft with. */
  keepResults(): Promise<void>;
  /** Says that the tables no longer follow from the rules. */
  markOutdated(): void;
}

/**
 * The playbook while it is worked on. Every edit opens or continues a draft: the tables follow the draft at once, and what
 * the kept playbook came to stays beside it until the draft is kept or discarded.
 */
export class Rules {
  readonly #notebook: NotebookState;
  readonly #doors: RuleDoors;
  #kept = $state.raw<Playbook | null>(null);
  #isCompared = $state.raw(false);
  #hasKept = false;
  #faults = $state.raw<readonly Fault[]>([]);
  #usable = $state.raw<Playbook | null>(null);
  #isWaiting = false;
  #following: Promise<void> | null = null;

  constructor(notebook: NotebookState, doors: RuleDoors) {
    this.#notebook = notebook;
    this.#doors = doors;
    notebook.onRules = () => void this.#follow();
  }

  get playbook(): Playbook {
    return this.#notebook.playbook;
  }

  /** The playbook that the draft is compared with; null when there is no draft. */
  get kept(): Playbook | null {
    return this.#kept;
  }

  /** Whether both results are at hand: the kept playbook's in the tables of `kept`, the draft's in all others. */
  get isCompared(): boolean {
    return this.#isCompared;
  }

  /** Why the draft cannot be used; the tables are then those of before. */
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** The rules that the tables follow: the playbook, or while that cannot be used the last one that could. */
  get followed(): Playbook {
    return this.#faults.length === 0 ? this.playbook : (this.#usable ?? this.#kept ?? this.playbook);
  }

  /** What the draft changes, in the order of the document. */
  get changes(): Change[] {
    return this.#kept === null ? [] : changesBetween(this.#kept, this.playbook);
  }

  /** Changes the draft, or opens one; edits with one key in a row are one step of undo. */
  edit(change: (playbook: Playbook) => Playbook, key: string | null = null): void {
    const before = this.playbook;
    const after = change(before);
    if (changesBetween(before, after).length === 0) return;
    this.#kept ??= before;
    this.#notebook.usePlaybook(after, key);
  }

  /** Replaces the playbook without a draft; resolves when the tables have followed. */
  async use(playbook: Playbook): Promise<void> {
    this.#notebook.usePlaybook(playbook);
    await this.#follow();
  }

  /** Makes the draft the playbook. */
  keep(): void {
    this.#forget();
  }

  /** Goes back to the kept playbook; undo brings the draft back. */
  discard(): void {
    if (this.#kept) this.#notebook.usePlaybook(this.#kept);
  }

  /** The results that were kept are gone, as when the engine was started anew. */
  loseComparison(): void {
    this.#hasKept = this.#isCompared = false;
  }

  #forget(): void {
    this.#kept = null;
    this.#hasKept = this.#isCompared = false;
  }

  /** Runs for what changed; what changes during a run waits for its end and is one run more, however much it is. */
  #follow(): Promise<void> {
    this.#isWaiting = true;
    this.#following ??= this.#catchUpAll().finally(() => { this.#following = null; });
    return this.#following;
  }

  async #catchUpAll(): Promise<void> {
    while (this.#isWaiting) {
      this.#isWaiting = false;
      await this.#catchUp();
    }
  }

  async #catchUp(): Promise<void> {
    this.#faults = playbookFaults(this.playbook);
    if (this.#faults.length === 0) this.#usable = this.playbook;
    const isBack = this.#kept !== null && this.changes.length === 0;
    if (!this.#doors.hasFiles()) {
      if (isBack) this.#forget();
      return;
    }
    if (this.#faults.length > 0) {
      this.#doors.markOutdated();
      return;
    }
    if (this.#kept !== null && !this.#hasKept && !isBack) {
      await this.#doors.keepResults();
      this.#hasKept = true;
    }
    this.#isWaiting = false; // What changed while results were kept is in this run.
    await this.#doors.run();
    this.#isCompared = this.#hasKept;
    // Only now: until then the tables are still the draft's.
    if (isBack && this.changes.length === 0) this.#forget();
  }
}
