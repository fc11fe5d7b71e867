/** What was pasted: the clipboard's text, and its files. */
export interface Pasted {
  text: string;
  files: File[];
}

/** Listens for what is pasted outside of text fields until the given clean-up is called. */
export function listenForPaste(target: Window, onpaste: (pasted: Pasted) => void): () => void {
  const listener = (event: ClipboardEvent): void => {
    const { clipboardData: data } = event;
    if (!data || event.defaultPrevented || event.composedPath().some(isTextField)) return;
    const pasted = { text: data.getData('text/plain'), files: [...data.files] };
    if (pasted.text === '' && pasted.files.length === 0) return;
    event.preventDefault();
    onpaste(pasted);
  };
  target.addEventListener('paste', listener);
  return () => target.removeEventListener('paste', listener);
}

/** Whether an element takes text itself. */
export const isTextField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && !target.matches('[type="checkbox"], [type="radio"]') && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
