/** What the page's buttons, menus and keys do. */
export interface Commands {
  addFiles: () => void;
  exploreSample: () => void;
  openNotebook: () => void;
  saveNotebook: () => void;
  openPlaybook: () => void;
  savePlaybook: () => void;
  /** Goes from the notebook to the playbook or back. */
  switchView: () => void;
  runAll: () => void;
  undo: () => void;
  redo: () => void;
  showShortcuts: () => void;
  showPalette: () => void;
  closePanel: () => void;
  /** A key with the platform's modifier, as a person reads it: `⌘S`, `Ctrl S`. */
  keys: (key: string, isShifted?: boolean) => string;
}

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

export function keysOf(key: string, isShifted = false): string {
  return isApple ? `${isShifted ? '⇧' : ''}⌘${key}` : `Ctrl ${isShifted ? 'Shift ' : ''}${key}`;
}

/** Which command a key press asks for; null when it asks for none, or belongs to a field that is being typed in. */
export function commandOf(event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>, isTyping: boolean): keyof Commands | null {
  const isMod = event.metaKey || event.ctrlKey;
  const key = event.key.toLowerCase();
  if (event.altKey) return null;
  if (isMod && key === 's') return 'saveNotebook';
  if (isMod && key === 'k') return 'showPalette';
  if (isMod && key === 'o') return 'addFiles';
  if (isTyping) return null;
  if (isMod && key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (isMod && key === 'y') return 'redo';
  if (!isMod && event.key === '?') return 'showShortcuts';
  return event.key === 'Escape' ? 'closePanel' : null;
}
