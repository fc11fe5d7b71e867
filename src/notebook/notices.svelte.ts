/** A message that stays until it is dismissed. */
export interface PageNotice {
  id: number;
  title: string;
  text: string;
  tone: 'warning' | 'negative';
  action: { label: string; run: () => void } | null;
  /** The file or matter it asks about: the notice goes when that one is read again, taken out or settled. */
  about: File | string | null;
}

/** What there is to tell until it is dismissed, in the order it came. */
export class Notices {
  #all = $state.raw<readonly PageNotice[]>([]);
  #last = 0;

  get all(): readonly PageNotice[] {
    return this.#all;
  }

  /** Gives the number by which it can be dismissed. */
  add(tone: PageNotice['tone'], title: string, text: string, action: PageNotice['action'] = null, about: File | string | null = null): number {
    this.#all = [...this.#all, { id: ++this.#last, tone, title, text, action, about }];
    return this.#last;
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((notice) => notice.id !== id);
  }

  /** Takes back what was asked about a file or matter. */
  forget(about: File | string): void {
    this.#all = this.#all.filter((notice) => notice.about !== about);
  }
}
