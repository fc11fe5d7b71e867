import { formatValue } from './format';
import type { Result } from './result';

export const rowHeight = 30;

/** Which rows of a long table are in sight, with some to spare on either side. */
export class GridWindow {
  #top = $state.raw(0);
  #height = $state.raw(400);
  readonly #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  get first(): number {
    return Math.max(0, Math.min(this.#count(), Math.floor(this.#top / rowHeight) - 12));
  }

  /** One past the last. */
  get end(): number {
    return Math.min(this.#count(), Math.ceil((this.#top + this.#height) / rowHeight) + 12);
  }

  get before(): number {
    return this.first * rowHeight;
  }

  get after(): number {
    return (this.#count() - this.end) * rowHeight;
  }

  scrolled(top: number, height: number): void {
    this.#top = top;
    this.#height = height;
  }
}

/** A width for each column in characters, from its name and a sample of its values, so that scrolling moves nothing. */
export function columnWidths(result: Result, sample = 200): number[] {
  return result.columns.map(({ name, kind }) => {
    const lengths = result.rows.slice(0, sample).map((row) => formatValue(row[name], kind).length);
    return Math.min(56, Math.max(name.length + 1, 5, ...lengths) + 1);
  });
}
