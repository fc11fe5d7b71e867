const key = 'rolecall.author';

/** The name under which somebody decides by hand, given once and remembered in this browser; empty: none. */
export class Author {
  #name = $state.raw(readSaved());

  get name(): string {
    return this.#name;
  }

  sign(name: string): void {
    this.#name = name.trim();
    try {
      localStorage.setItem(key, this.#name);
    } catch {
      // A browser may forbid storage; the name then lasts as long as the page.
      return;
    }
  }
}

function readSaved(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // As above: no storage, no memory of a name.
    return '';
  }
}
