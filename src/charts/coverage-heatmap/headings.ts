import * as Plot from '@observablehq/plot';
import { fitText, roomFor, textWidth, wrapText } from '../text-fit';
import { colour, size } from '../theme';

interface Headings {
  axis: Plot.Markish;
  /** Pixels from one column to the next. */
  columnWidth: number;
  marginTop: number;
  marginRight: number;
}

const longest = 180;
const slant = (60 * Math.PI) / 180;

/** Names above the columns: on up to three lines where the widest word fits its column, else slanted. */
export function headingsOf(names: string[], width: number): Headings {
  const columnWidth = width / names.length;
  const options = { anchor: 'top', label: null, tickSize: 0, fontSize: size.tiny, color: colour.muted } as const;
  if (fits(names, columnWidth)) {
    const lines = new Map(names.map((name) => [name, wrapText(name, columnWidth - 8, size.tiny, 3)]));
    const most = Math.max(...[...lines.values()].map((each) => each.length));
    const axis = Plot.axisX({ ...options, tickPadding: 8, tickFormat: (name: string) => lines.get(name)?.join('\n') ?? name });
    return { axis, columnWidth, marginTop: 12 + 12 * most, marginRight: 0 };
  }
  const up = roomFor(names, size.tiny, longest) * Math.sin(slant);
  const aside = roomFor(names.slice(-1), size.tiny, longest) * Math.cos(slant);
  const marginRight = Math.max(0, Math.ceil(aside - columnWidth / 2));
  const axis = Plot.axisX({ ...options, tickPadding: 10, tickRotate: -60, tickFormat: (name: string) => fitText(name, longest, size.tiny) });
  return { axis, columnWidth: (width - marginRight) / names.length, marginTop: Math.ceil(up) + 18, marginRight };
}

function fits(names: string[], columnWidth: number): boolean {
  return columnWidth >= 64 || names.every((name) => name.split(/\s+/).every((word) => textWidth(word, size.tiny) <= columnWidth - 8));
}
