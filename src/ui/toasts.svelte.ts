export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'positive' | 'negative';
  action: { label: string; run: () => void } | null;
}

/** Short messages that go away by themselves. */
export class Toasts {
  #all = $state.raw<readonly Toast[]>([]);
  #last = 0;

  get all(): readonly Toast[] {
    return this.#all;
  }

  /** Shows a message; one with an action, and bad news, stays longer. */
  show(text: string, tone: Toast['tone'] = 'info', action: Toast['action'] = null): void {
    const id = ++this.#last;
    this.#all = [...this.#all.slice(-3), { id, text, tone, action }];
    setTimeout(() => this.dismiss(id), action || tone === 'negative' ? 9000 : 4000);
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((toast) => toast.id !== id);
  }
}
