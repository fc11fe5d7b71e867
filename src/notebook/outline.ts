import { cellTypes } from '../cells';
import type { Cell } from './spec';

export interface OutlineEntry {
  id: string;
  text: string;
  /** 1 to 6, as a heading's. */
  level: number;
}

/** The notebook's headings and its review cells, which come a level below the second. */
export function toOutline(cells: readonly Cell[]): OutlineEntry[] {
  return cells.flatMap(({ id, kind, options }) => {
    if (kind === 'markdown') return headingsIn(String(options.text ?? '')).map(({ level, text }) => ({ id, level, text })).slice(0, 1);
    const type = cellTypes.get(kind);
    return type?.group === 'review' && kind !== 'totals' ? [{ id, text: type.label, level: 3 }] : [];
  });
}

/** Markdown headings outside of code blocks, without their signs. */
export function headingsIn(markdown: string): { level: number; text: string }[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^(#{1,6})\s+(.+?)\s*#*$/gm)].map(([, signs = '', text = '']) => ({ level: signs.length, text: text.replace(/[*_`]/g, '') }));
}
