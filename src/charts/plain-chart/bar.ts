import * as Plot from '@observablehq/plot';
import { linesDown, nameBelow } from '../axes';
import { hint } from '../chart';
import { formatCount, formatNumber, pluralOf } from '../format';
import { fitText, roomFor, textWidth } from '../text-fit';
import { colour, size } from '../theme';
import { seriesOf, type Series } from './series';
import { dayFormatOf, extentOf, footnote, formatTick, frameOf, wordsBelow, type Drawing, type Sheet } from './sheet';
import { swatches } from './swatches';
import type { Point } from './values';

interface Bar {
  name: string;
  color: string;
  y: number;
}

const mostBars = 30;
const widestBar = 110;
const padding = 0.2;

/** A bar for each x, as tall as its y; rows of one x and colour are added. Bars lie down when their names are long. */
export function bar(sheet: Sheet): Drawing | string {
  const upright = sheet.kinds.y === 'number' ? sheet : turned(sheet);
  if (upright.kinds.y !== 'number') return `Bars need numbers; ${sheet.y} holds none.`;
  const series = seriesOf(upright.points, (point) => Math.abs(Number(point.y ?? 0)));
  const all = barsOf(upright.points, series);
  const names = [...new Set(all.map((each) => each.name))];
  const kept = new Set(names.slice(0, mostBars));
  const bars = all.filter((each) => kept.has(each.name));
  const note = names.length > kept.size ? `${formatCount(names.length - kept.size)} more not shown` : null;
  const isLying = sheet.kinds.x === 'word' && [...kept].some((name) => textWidth(name, size.tiny) > sheet.width / kept.size - 6);
  const says = `${sheet.y} by ${sheet.x}, ${formatCount(kept.size)} ${pluralOf('bar')}${note ? ` (${note})` : ''}, from`;
  return { says, plot: (isLying || upright !== sheet ? lying : standing)(upright, bars, [...kept], series, note) };
}

function standing(sheet: Sheet, bars: Bar[], names: string[], series: Series, note: string | null): Plot.PlotOptions {
  const key = swatches(series, sheet.width);
  const frame = frameOf(sheet, 'word', key.height, extentOf(bars.map((each) => each.y)).map(formatTick));
  const room = sheet.width - (frame.plot.marginLeft ?? 0) - (frame.plot.marginRight ?? 0);
  // A band scale with padding p gives each of n bands (1 - p) / (n + p) of the room.
  const bandwidth = (room * (1 - padding)) / (names.length + padding);
  const inset = Math.max(0, (bandwidth - widestBar) / 2);
  return {
    ...frame.plot,
    x: { type: 'band', domain: names, padding },
    marks: [
      frame.marks, key.mark, footnote(note),
      wordsBelow(names, room),
      Plot.barY(bars, { x: 'name', y: 'y', z: 'color', order: series.names, fill: (each: Bar) => fillOf(each, series), insetLeft: inset, insetRight: inset }),
      Plot.ruleY([0], { stroke: colour.lineStrong }),
      hint(bars, Plot.pointerX(Plot.stackY({ x: 'name', y: 'y', z: 'color', order: series.names, title: (each: Bar) => titleOf(each, sheet) }))),
    ],
  };
}

function lying(sheet: Sheet, bars: Bar[], names: string[], series: Series, note: string | null): Plot.PlotOptions {
  const key = swatches(series, sheet.width);
  const marginLeft = roomFor(names, size.small, sheet.width * 0.4) + 14;
  const isOne = series.names.length < 2;
  return {
    height: key.height + names.length * 26 + 52,
    marginTop: key.height + 6,
    marginBottom: 46,
    marginLeft,
    marginRight: isOne ? 64 : 16,
    x: { axis: null, nice: true },
    y: { type: 'band', domain: names, padding: 0.26 },
    marks: [
      linesDown({ ticks: 5 }),
      Plot.axisX({ label: null, ticks: 5, tickSize: 0, tickPadding: 8, fontSize: size.tiny, color: colour.muted, tickFormat: formatTick }),
      Plot.axisY({ label: null, tickSize: 0, tickPadding: 10, fontSize: size.small, color: colour.ink, tickFormat: (name: string) => fitText(name, marginLeft - 14, size.small) }),
      nameBelow(sheet.y), key.mark, footnote(note),
      Plot.barX(bars, { y: 'name', x: 'y', z: 'color', order: series.names, fill: (each: Bar) => fillOf(each, series), rx2: isOne ? 2 : 0 }),
      Plot.ruleX([0], { stroke: colour.lineStrong }),
      isOne ? Plot.text(bars, { y: 'name', x: (each: Bar) => Math.max(0, each.y), dx: 6, textAnchor: 'start', text: (each: Bar) => formatTick(each.y), fill: colour.ink, fontSize: size.tiny, fontWeight: 500 }) : null,
      hint(bars, Plot.pointerY(Plot.stackX({ y: 'name', x: 'y', z: 'color', order: series.names, title: (each: Bar) => titleOf(each, sheet) }))),
    ],
  };
}

function turned(sheet: Sheet): Sheet {
  return {
    ...sheet, x: sheet.y, y: sheet.x, kinds: { x: sheet.kinds.y, y: sheet.kinds.x },
    points: sheet.points.map(({ x, y, color }) => ({ x: y, y: x, color })),
  };
}

function barsOf(points: Point[], series: Series): Bar[] {
  const nameOf = dayFormatOf(points.map((point) => point.x));
  const bars = new Map<string, Bar>();
  for (const point of points) {
    if (typeof point.y !== 'number' || point.x === null) continue;
    const each = { name: nameOf(point.x), color: series.nameOf(point), y: 0 };
    const key = `${each.name}\n${each.color}`;
    const found = bars.get(key) ?? each;
    found.y += point.y;
    bars.set(key, found);
  }
  return [...bars.values()];
}

function fillOf(each: Bar, series: Series): string {
  return series.names.length < 2 ? colour.accent : series.colourOf(each.color);
}

function titleOf(each: Bar, sheet: Sheet): string {
  return [each.name, each.color, `${sheet.y}: ${formatNumber(each.y)}`].filter(Boolean).join('\n');
}
