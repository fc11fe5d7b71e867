/** A message that stays until it is dismissed. */
export interface PageNotice {
  id: number;
  title: string;
  text: string;
  tone: 'warning' | 'negative';
  action: { label: string; run: () => void } | null;
  /** The file it asks about: the notice goes when that one is read again or taken out. */
  about: File | null;
}

/** What there is to tell until it is dismissed, in the order it came. */
export class Notices {
  #all = $state.raw<readonly PageNotice[]>([]);
  #last = 0;

  get all(): readonly PageNotice[] {
    return this.#all;
  }

  /** Gives the number by which it can be dismissed. */
  add(tone: PageNotice['tone'], title: string, text: string, action: PageNotice['action'] = null, about: File | null = null): number {
    this.#all = [...this.#all, { id: ++this.#last, tone, title, text, action, about }];
    return this.#last;
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((notice) => notice.id !== id);
  }

  /** Takes back what was asked about a file. */
  forget(file: File): void {
    this.#all = this.#all.filter((notice) => notice.about !== file);
  }
}
