import { rowsOf } from '../../cells';
import type { Workbench } from '../workbench.svelte';

/** Rows that follow the tables: asked again after every run, and kept as they were until the answer comes. */
export class Live<Row> {
  #rows = $state.raw<readonly Row[]>([]);
  #problem = $state.raw<string | null>(null);
  #asked = 0;

  /** To be made while a component is; `sql` is null where there is nothing to ask. */
  constructor(bench: Workbench, sql: () => string | null) {
    $effect(() => {
      const [text, revision] = [sql(), bench.revision];
      if (text === null || revision === 0) this.#rows = [];
      else void this.#ask(bench, text);
    });
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Why there are no rows; null when nothing went wrong. */
  get problem(): string | null {
    return this.#problem;
  }

  async #ask(bench: Workbench, sql: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const rows = rowsOf<Row>(await bench.query(sql));
      if (asked === this.#asked) [this.#rows, this.#problem] = [rows, null];
    } catch (thrown) {
      if (asked === this.#asked) this.#problem = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
}
