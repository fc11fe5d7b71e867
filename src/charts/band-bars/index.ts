import * as Plot from '@observablehq/plot';
import { draw, hint, nothing, type ChartOptions } from '../chart';
import { counted, formatCount, formatPercent, formatShort, percentOf } from '../format';
import { pickable } from '../picking';
import { textWidth } from '../text-fit';
import { colour, ramp, size } from '../theme';
import { numbers, rounded, words, type Twin } from '../twin';

/** How many groups one band of a measure holds; a null band holds the groups without a score. */
export interface BandRow {
  measure: string;
  band_no: number | null;
  band: string | null;
  groups: number;
}

type Bar = BandRow & { label: string; share: number };

const bandNames = ['0–25', '26–50', '51–75', '76–100'];
const shades = [ramp[2], ramp[3], ramp[4], ramp[6]];

/** Four bars, one per score band of one measure, with count and share. Rows of one band (several interests) are added. */
export function bandBars(rows: BandRow[], options: ChartOptions<BandRow>): Element {
  const bars = barsOf(rows);
  const total = bars.reduce((sum, bar) => sum + bar.groups, 0);
  if (!total) return nothing(options, 'No buying groups to show.');
  const most = Math.max(...bars.map((bar) => bar.groups));
  const room = options.width / bars.length - 8;
  return draw(options, sayBands(bars, total), {
    height: options.height ?? 220,
    marginTop: 40,
    marginBottom: 28,
    marginLeft: 0,
    marginRight: 0,
    x: { type: 'band', domain: bars.map((bar) => bar.label), padding: 0.24 },
    y: { domain: [0, most], axis: null },
    marks: [
      Plot.barY(bars, {
        x: 'label', y1: 0, y2: most, fill: colour.none, insetTop: -38, insetBottom: -26, rx: 6, className: 'chart-area',
        ...pickable(bars, options.onPick, nameOf),
      }),
      Plot.barY(bars.filter((bar) => bar.groups > 0), { x: 'label', y: 'groups', fill: fillOf, ry1: 3, insetTop: -1.5, pointerEvents: 'none' }),
      Plot.ruleY([0], { stroke: colour.lineStrong }),
      Plot.text(bars, { x: 'label', y: 'groups', dy: -26, text: (bar: Bar) => countIn(bar.groups, room), fill: colour.strong, fontSize: 15, fontWeight: 600, pointerEvents: 'none' }),
      Plot.text(bars, { x: 'label', y: 'groups', dy: -10, text: (bar: Bar) => formatPercent(bar.share), fill: colour.muted, fontSize: size.tiny, pointerEvents: 'none' }),
      Plot.axisX({ label: null, tickSize: 0, tickPadding: 10, fontSize: size.small, color: colour.muted }),
      hint(bars, Plot.pointerX({ x: 'label', y: 'groups', title: nameOf })),
    ],
  });
}

/** The bars as a table. */
export function toTwin(rows: BandRow[]): Twin {
  return {
    columns: [words('measure', 'Measure'), words('band', 'Band'), numbers('groups', 'Groups'), numbers('share', 'Share, percent')],
    rows: barsOf(rows).map((bar) => [bar.measure, bar.label, bar.groups, rounded(bar.share)]),
  };
}

function barsOf(rows: BandRow[]): Bar[] {
  const bars = new Map<number | null, Bar>();
  const measure = rows[0]?.measure ?? 'score';
  const emptyBands = bandNames.map((band, at) => ({ measure, band_no: at + 1, band, groups: 0 }));
  for (const row of [...emptyBands, ...rows]) {
    const bar = bars.get(row.band_no) ?? { ...row, groups: 0, label: row.band ?? 'No score', share: 0 };
    bars.set(row.band_no, { ...bar, groups: bar.groups + row.groups });
  }
  const inOrder = [...bars.values()].sort((a, b) => (a.band_no ?? 99) - (b.band_no ?? 99));
  const total = inOrder.reduce((sum, bar) => sum + bar.groups, 0);
  return inOrder.map((bar) => ({ ...bar, share: percentOf(bar.groups, total) ?? 0 }));
}

function countIn(groups: number, pixels: number): string {
  const whole = formatCount(groups);
  return textWidth(whole, 15) <= pixels ? whole : formatShort(groups);
}

function fillOf(bar: Bar): string {
  return (bar.band_no === null ? undefined : shades[bar.band_no - 1]) ?? colour.rest;
}

function nameOf(bar: Bar): string {
  const where = bar.band_no === null ? `without a score` : `at ${bar.label} ${bar.measure}`;
  return `${counted(bar.groups, 'group')} ${where} (${formatPercent(bar.share)})`;
}

function sayBands(bars: Bar[], total: number): string {
  return `${counted(total, 'group')} by ${bars[0]?.measure ?? 'score'}: ${bars.map((bar) => `${formatCount(bar.groups)} in ${bar.label}`).join(', ')}.`;
}
