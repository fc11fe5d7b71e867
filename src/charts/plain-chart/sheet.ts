import * as Plot from '@observablehq/plot';
import { axisBelow, axisLeft, linesAcross, nameAbove, nameBelow } from '../axes';
import { formatDay, formatMonth, formatNumber, formatShort } from '../format';
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
  return typeof value === 'number' ? withoutComma(formatNumber(value)) : value;
}

/** How a day is written among these: by its month when all begin one. */
export function dayFormatOf(values: Value[]): (value: Value) => string {
  const isMonthly = values.every((value) => value instanceof Date && value.getUTCDate() === 1 && value.getUTCHours() === 0);
  return (value) => (isMonthly && value instanceof Date ? formatMonth(value) : formatValue(value));
}

/** Axes, lines and names: y up the left side, whatever x is below; margins fit the longest label on the left. */
export function frameOf(sheet: Sheet, kind: Kind, keyHeight: number, left: string[]): { plot: Plot.PlotOptions; marks: Plot.Markish[] } {
  const marginLeft = Math.max(36, roomFor(left, size.tiny, sheet.width * 0.35) + 14);
  const ticks = Math.max(2, Math.floor((sheet.width - marginLeft) / 90));
  return {
    plot: { height: sheet.height + keyHeight, marginTop: keyHeight + 30, marginBottom: 46, marginLeft, marginRight: 16 },
    marks: [
      sheet.kinds.y === 'number' ? linesAcross({ ticks: 5 }) : null,
      sheet.kinds.y === 'number' ? axisLeft({ ticks: 5, tickFormat: formatTick }) : axisLeft({ tickFormat: (value: Value) => fitText(formatValue(value), marginLeft - 12, size.tiny) }),
      kind === 'word' ? null : axisBelow({ ticks, ...(kind === 'number' && { tickFormat: (value: number) => withoutComma(formatTick(value)) }) }),
      nameAbove(fitText(sheet.y, sheet.width * 0.6, size.tiny), marginLeft),
      nameBelow(fitText(sheet.x, sheet.width * 0.6, size.tiny)),
    ],
  };
}

/** Words below the axis: as many as there is room for, each cut to its own. */
export function wordsBelow(names: string[], pixels: number): Plot.CompoundMark {
  const each = pixels / Math.max(1, names.length);
  const every = Math.ceil((roomFor(names, size.tiny, 80) + 8) / Math.max(1, each));
  const shown = names.filter((_, at) => at % every === 0);
  return axisBelow({ ticks: shown, tickFormat: (name: string) => fitText(name, each * every - 6, size.tiny) });
}

/** A short line at the foot that says what was left out. */
export function footnote(text: string | null): Plot.Markish | null {
  return text === null ? null : Plot.text([text], { frameAnchor: 'bottom-left', dy: 38, textAnchor: 'start', fill: colour.faint, fontSize: size.tiny });
}

/** The least and the most of many numbers; zeros for none. */
export function extentOf(values: readonly number[]): [number, number] {
  let [least, most] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}

/** The first of many words that an axis has room for. */
export const mostWords = 40;

/** A number in few letters from ten thousand on. */
export function formatTick(value: number): string {
  return Math.abs(value) < 10_000 ? formatNumber(value) : formatShort(value);
}

/** Four digits without a comma, since along an axis they are mostly years. */
function withoutComma(text: string): string {
  return text.replace(/^(\d),(\d{3})$/, '$1$2');
}
