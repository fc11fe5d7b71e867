import * as Plot from '@observablehq/plot';
import { hint } from '../chart';
import { counted, formatCount } from '../format';
import { colour } from '../theme';
import { bar } from './bar';
import { seriesOf } from './series';
import { extentOf, formatTick, formatValue, frameOf, scaleTypes, type Drawing, type Sheet } from './sheet';
import { swatches } from './swatches';
import { binsOf, type Bin } from './bins';

/** How many rows fall into each span of x; words are counted one by one. A chosen y is not used. */
export function histogram(sheet: Sheet): Drawing | string {
  const rows = { ...sheet, y: 'rows', isCount: true, kinds: { ...sheet.kinds, y: 'number' as const }, points: sheet.points.map((point) => ({ ...point, y: 1 })) };
  return sheet.kinds.x === 'word' ? bar(rows) : spans(rows);
}

function spans(sheet: Sheet): Drawing | string {
  const series = seriesOf(sheet.points, () => 1);
  const bins = binsOf(sheet.points.map((point) => ({ ...point, color: series.nameOf(point) })), sheet.kinds.x === 'time');
  if (!bins.length) return `No values of ${sheet.x} to count.`;
  const key = swatches(series, sheet.width);
  const frame = frameOf(sheet, sheet.kinds.x, key.height, extentOf(bins.map((bin) => bin.count)).map(formatTick));
  return {
    says: `Rows by ${sheet.x} in ${formatCount(new Set(bins.map((bin) => Number(bin.low))).size)} spans, from`,
    plot: {
      ...frame.plot,
      x: { type: scaleTypes[sheet.kinds.x] },
      marks: [
        frame.marks, key.mark,
        Plot.rectY(bins, {
          x1: 'low', x2: 'high', y: 'count', z: 'color', order: series.names, insetLeft: 0.5, insetRight: 0.5,
          fill: (bin: Bin) => (series.names.length < 2 ? colour.accent : series.colourOf(bin.color)),
        }),
        Plot.ruleY([0], { stroke: colour.lineStrong }),
        hint(bins, Plot.pointerX(Plot.stackY({ x: (bin: Bin) => middleOf(bin), y: 'count', z: 'color', order: series.names, title: titleOf }))),
      ],
    },
  };
}

function middleOf(bin: Bin): number | Date {
  const middle = (Number(bin.low) + Number(bin.high)) / 2;
  return bin.low instanceof Date ? new Date(middle) : middle;
}

function titleOf(bin: Bin): string {
  return [`${formatValue(bin.low)} to ${formatValue(bin.high)}`, bin.color, counted(bin.count, 'row')].filter(Boolean).join('\n');
}
