/** Past and future versions of one immutable document. */
export class History<Document> {
  #past = $state.raw<readonly Document[]>([]);
  #future = $state.raw<readonly Document[]>([]);
  #now = $state.raw<Document>() as Document;
  #lastKey: string | null = null;
  #lastAt = 0;
  readonly #clock: () => number;

  constructor(document: Document, clock: () => number = () => performance.now()) {
    this.#now = document;
    this.#clock = clock;
  }

  get now(): Document {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Makes a new version. Edits with the same key less than a second apart are one step. */
  push(document: Document, key: string | null = null): void {
    const at = this.#clock();
    const isSameStep = key !== null && key === this.#lastKey && at - this.#lastAt < 1000 && this.canUndo;
    if (!isSameStep) this.#past = [...this.#past.slice(-199), this.#now];
    this.#now = document;
    this.#future = [];
    this.#lastKey = key;
    this.#lastAt = at;
  }

  /** Changes the present without a step of its own, for what nobody would want to undo. */
  amend(document: Document): void {
    this.#now = document;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#future = [this.#now, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#now = before;
    this.#lastKey = null;
  }

  redo(): void {
    const [after, ...rest] = this.#future;
    if (after === undefined) return;
    this.#past = [...this.#past, this.#now];
    this.#future = rest;
    this.#now = after;
    this.#lastKey = null;
  }
}
