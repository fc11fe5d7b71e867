import * as Plot from '@observablehq/plot';
import { linesDown } from '../axes';
import { hint } from '../chart';
import { formatCount } from '../format';
import { colour } from '../theme';
import { seriesOf } from './series';
import { extentOf, footnote, formatTick, formatValue, frameOf, mostWords, scaleTypes, wordsBelow, type Drawing, type Sheet } from './sheet';
import { swatches } from './swatches';
import type { Kind, Point, Value } from './values';

const mostDots = 5000;

/** A dot for each row with both values; of more than 5,000, every n-th. */
export function dot(sheet: Sheet): Drawing | string {
  if (sheet.isCount) return 'Choose a column for y.';
  const whole = sheet.points.filter((point) => point.x !== null && point.y !== null);
  if (!whole.length) return `No rows have both ${sheet.x} and ${sheet.y}.`;
  const every = Math.ceil(whole.length / mostDots);
  const [across, up] = [wordsIn(whole, 'x', sheet.kinds.x), wordsIn(whole, 'y', sheet.kinds.y)];
  const points = whole.filter((point, at) => at % every === 0 && isAmong(point.x, across) && isAmong(point.y, up));
  const note = points.length < whole.length ? `${formatCount(whole.length - points.length)} more not shown` : null;
  const series = seriesOf(points, () => 1);
  const key = swatches(series, sheet.width);
  const frame = frameOf(sheet, sheet.kinds.x, key.height, labelsOf(points, up));
  return {
    says: `${sheet.y} against ${sheet.x}, ${formatCount(points.length)} dots${note ? ` (${note})` : ''}, from`,
    plot: {
      ...frame.plot,
      inset: 8,
      x: { type: scaleTypes[sheet.kinds.x], nice: sheet.kinds.x !== 'word', ...(across && { domain: across }) },
      y: { type: scaleTypes[sheet.kinds.y], nice: sheet.kinds.y !== 'word', ...(up && { domain: up }) },
      marks: [
        frame.marks, linesDown({ ticks: 6 }), key.mark, footnote(note),
        across ? wordsBelow(across, sheet.width - (frame.plot.marginLeft ?? 0)) : null,
        Plot.dot(points, {
          x: 'x', y: 'y', r: points.length > 1000 ? 2 : 3.5, fillOpacity: points.length > 1000 ? 0.45 : 0.75,
          fill: (point: Point) => (series.names.length < 2 ? colour.accent : series.colourOf(series.nameOf(point))),
          stroke: colour.raised, strokeWidth: 0.5,
        }),
        hint(points, Plot.pointer({ x: 'x', y: 'y', title: (point: Point) => titleOf(point, sheet) })),
      ],
    },
  };
}

/** The words along an axis, as many as it has room for; null when it has none. */
function wordsIn(points: Point[], axis: 'x' | 'y', kind: Kind): string[] | null {
  return kind === 'word' ? [...new Set(points.map((point) => String(point[axis])))].slice(0, mostWords) : null;
}

function isAmong(value: Value, words: string[] | null): boolean {
  return words === null || words.includes(String(value));
}

function labelsOf(points: Point[], words: string[] | null): string[] {
  if (words) return words;
  return points[0]?.y instanceof Date ? [formatValue(points[0].y)] : extentOf(points.map((point) => Number(point.y))).map(formatTick);
}

function titleOf(point: Point, sheet: Sheet): string {
  return [point.color, `${sheet.x}: ${formatValue(point.x)}`, `${sheet.y}: ${formatValue(point.y)}`].filter(Boolean).join('\n');
}
