import * as Plot from '@observablehq/plot';
import { axisBelow, axisLeft, linesAcross, nameAbove, nameBelow } from '../axes';
import { formatDay, formatNumber, formatShort } from '../format';
import { fitText, roomFor } from '../text-fit';
import { colour, size } from '../theme';
import type { Kind, Point, Value } from './values';

/** Everything a plain chart is drawn from. */
export interface Sheet {
  points: Point[];
  kinds: { x: Kind; y: Kind };
  /** Names of the columns, which name the axes. */
  x: string;
  y: string;
  /** No y was chosen: each row counts one. */
  isCount: boolean;
  color: string | null;
  width: number;
  height: number;
}

/** What Plot is to draw, and one sentence that says it. */
export interface Drawing {
  plot: Plot.PlotOptions;
  says: string;
}

export const scaleTypes = { time: 'utc', number: 'linear', word: 'point' } as const;

/** A value as a reader writes it. */
export function formatValue(value: Value): string {
  if (value === null) return '–';
  if (value instanceof Date) return formatDay(value);
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** Axes, lines and names for numbers up the left side, and whatever x is below; margins fit the longest label. */
export function frameOf(sheet: Sheet, kind: Kind, keyHeight: number, yValues: number[]): { plot: Plot.PlotOptions; marks: Plot.Markish[] } {
  const marginLeft = Math.max(36, roomFor(yValues.map(formatShort), size.tiny, 80) + 16);
  const ticks = Math.max(2, Math.floor((sheet.width - marginLeft) / 90));
  const tickFormat = kind === 'number' ? formatTick : undefined;
  return {
    plot: { height: sheet.height + keyHeight, marginTop: keyHeight + 30, marginBottom: 46, marginLeft, marginRight: 16 },
    marks: [
      linesAcross({ ticks: 5 }),
      axisLeft({ ticks: 5, tickFormat: formatTick }),
      kind === 'word' ? null : axisBelow({ ticks, ...(tickFormat && { tickFormat }) }),
      nameAbove(fitText(sheet.y, sheet.width * 0.6, size.tiny), marginLeft),
      nameBelow(fitText(sheet.x, sheet.width * 0.6, size.tiny)),
    ],
  };
}

/** Words below the axis: as many as there is room for, each cut to its own. */
export function wordsBelow(names: string[], pixels: number): Plot.CompoundMark {
  const each = pixels / Math.max(1, names.length);
  const every = Math.ceil(44 / Math.max(1, each));
  const shown = names.filter((_, at) => at % every === 0);
  return axisBelow({ ticks: shown, tickFormat: (name: string) => fitText(name, each * every - 6, size.tiny) });
}

/** A short line at the foot that says what was left out. */
export function footnote(text: string | null): Plot.Markish | null {
  return text === null ? null : Plot.text([text], { frameAnchor: 'bottom-left', dy: 38, textAnchor: 'start', fill: colour.faint, fontSize: size.tiny });
}

/** A tick: years and small numbers as they are, large ones in few letters. */
export function formatTick(value: number): string {
  return Math.abs(value) < 10_000 ? formatNumber(value).replace(/^(\d),(\d{3})$/, '$1$2') : formatShort(value);
}
