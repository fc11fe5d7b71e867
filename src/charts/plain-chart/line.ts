import * as Plot from '@observablehq/plot';
import { hint } from '../chart';
import { formatCount, formatNumber } from '../format';
import { colour } from '../theme';
import { seriesOf } from './series';
import { extentOf, formatTick, formatValue, frameOf, scaleTypes, wordsBelow, type Drawing, type Sheet } from './sheet';
import { swatches } from './swatches';
import type { Point } from './values';

/** A line through y along x, one for each colour; a null y breaks the line. Without y, rows are counted at each x. */
export function line(sheet: Sheet): Drawing | string {
  if (sheet.kinds.y !== 'number') return `A line needs numbers; ${sheet.y} holds none.`;
  const series = seriesOf(sheet.points, (point) => Math.abs(Number(point.y ?? 0)));
  const named = series.names;
  const points = along(sheet, added(sheet.points.filter((point) => point.x !== null).map((point) => ({ ...point, color: series.nameOf(point) }))));
  if (!points.length) return `No values of ${sheet.x} to draw a line along.`;
  const key = swatches(series, sheet.width);
  const [least, most] = extentOf(points.map((point) => Number(point.y ?? 0)));
  const frame = frameOf(sheet, sheet.kinds.x, key.height, [least, most].map(formatTick));
  const words = [...new Set(points.map((point) => String(point.x)))];
  // The text of every hint is made beforehand, and along a long line no single point can be pointed at.
  const isLong = points.length > 5000;
  const inkOf = (point: Point) => (named.length < 2 ? colour.accent : series.colourOf(point.color));
  return {
    says: `${sheet.y} along ${sheet.x}${named.length > 1 ? `, ${formatCount(named.length)} lines` : ''}, from`,
    plot: {
      ...frame.plot,
      x: { type: scaleTypes[sheet.kinds.x], ...(sheet.kinds.x === 'word' && { domain: words }) },
      y: { domain: [Math.min(0, least), Math.max(most, 1e-9)], nice: true },
      marks: [
        frame.marks, key.mark,
        sheet.kinds.x === 'word' ? wordsBelow(words, sheet.width - (frame.plot.marginLeft ?? 0)) : null,
        Plot.ruleY([0], { stroke: colour.lineStrong }),
        Plot.line(points, { x: 'x', y: 'y', z: 'color', stroke: inkOf, strokeWidth: 1.75, strokeLinejoin: 'round', curve: 'linear' }),
        points.length <= 60 ? Plot.dot(points, { x: 'x', y: 'y', fill: inkOf, stroke: colour.raised, strokeWidth: 1, r: 2.75 }) : null,
        isLong ? null : Plot.ruleX(points, Plot.pointerX({ x: 'x', py: 'y', stroke: colour.lineControl, ariaHidden: 'true' })),
        isLong ? null : hint(points, Plot.pointerX({ x: 'x', y: 'y', title: (point: Point) => titleOf(point, sheet) })),
      ],
    },
  };
}

/** Rows at one x of one line are added, as bars are. */
function added(points: Point[]): Point[] {
  const places = new Map<string, Point>();
  for (const point of points) {
    const key = `${typeof point.x === 'string' ? point.x : Number(point.x)}\n${point.color}`;
    const found = places.get(key);
    if (!found) places.set(key, { ...point });
    else if (point.y !== null) found.y = Number(found.y ?? 0) + Number(point.y);
  }
  return [...places.values()];
}

/** Words keep the order of the rows; times and numbers go from low to high. */
function along(sheet: Sheet, points: Point[]): Point[] {
  return sheet.kinds.x === 'word' ? points : [...points].sort((a, b) => Number(a.x) - Number(b.x));
}

function titleOf(point: Point, sheet: Sheet): string {
  const y = point.y === null ? '–' : formatNumber(Number(point.y));
  return [formatValue(point.x), point.color, `${sheet.y}: ${y}`].filter(Boolean).join('\n');
}
