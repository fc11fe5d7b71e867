import { droppedFiles } from './dropped-files';

/** Files dragged anywhere over the page: whether some are now, and what to do when they fall. */
export class FileDrop {
  #depth = $state.raw(0);
  readonly #ondrop: (files: File[]) => void;

  constructor(ondrop: (files: File[]) => void) {
    this.#ondrop = ondrop;
  }

  get isOver(): boolean {
    return this.#depth > 0;
  }

  /** Listens on a window until the given clean-up is called. */
  listen(target: Window): () => void {
    const listeners: [string, (event: DragEvent) => void][] = [
      ['dragenter', (event) => this.#enter(event)],
      ['dragover', (event) => { if (hasFiles(event)) event.preventDefault(); }],
      ['dragleave', (event) => { if (hasFiles(event)) this.#depth = Math.max(0, this.#depth - 1); }],
      ['drop', (event) => this.#drop(event)],
    ];
    // The names above are drag events; addEventListener only knows that for literal names.
    for (const [name, listener] of listeners) target.addEventListener(name, listener as EventListener);
    return () => { for (const [name, listener] of listeners) target.removeEventListener(name, listener as EventListener); };
  }

  #enter(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#depth += 1;
  }

  #drop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#depth = 0;
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => this.#ondrop(files));
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
