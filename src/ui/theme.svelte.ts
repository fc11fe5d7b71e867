export type ThemeChoice = 'light' | 'dark' | 'auto';

const key = 'rolecall.theme';

/** Light, dark, or as the system says; remembered in this browser. */
export class Theme {
  #choice = $state.raw<ThemeChoice>('auto');

  constructor() {
    const saved = readSaved();
    if (saved === 'light' || saved === 'dark') this.choose(saved);
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    if (choice === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    try {
      localStorage.setItem(key, choice);
    } catch {
      // A browser may forbid storage; the choice then lasts as long as the page.
      return;
    }
  }
}

function readSaved(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // As above: no storage, no memory of a choice.
    return null;
  }
}
