import * as Plot from '@observablehq/plot';
import { axisBelow, axisLeft, linesAcross, nameAbove, nameBelow } from '../axes';
import { draw, hint, nothing, type ChartOptions } from '../chart';
import { counted, formatPercent, formatShort, percentOf, pluralOf } from '../format';
import { pickable } from '../picking';
import { colour, size } from '../theme';
import { numbers, rounded, words, type Twin } from '../twin';

/** How many have a score of 0–100; a null score counts as none. Rows may be one each, or already counted by score. */
export interface ScoreRow {
  score: number | null;
  count: number;
}

/** One bar: scores from `low` up to, not including, `high`; the last includes 100. */
export interface ScoreBin {
  low: number;
  high: number;
  count: number;
}

export interface ScoreHistogramOptions extends ChartOptions<ScoreBin> {
  /** What the score is called, such as completeness. */
  measure?: string;
  /** What is counted, in the singular. */
  noun?: string;
  /** A line at this score, 0–100. */
  threshold?: number;
}

const step = 5;

/** How scores spread over 0–100 in steps of five, with a line at the threshold and the share at or above it. */
export function scoreHistogram(rows: ScoreRow[], options: ScoreHistogramOptions): Element {
  const { measure = 'score', noun = 'group', threshold } = options;
  const bins = binsOf(rows);
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (!total) return nothing(options, `No ${pluralOf(noun)} with a ${measure} to show.`);
  const nameOf = (bin: ScoreBin) => `${counted(bin.count, noun)} at ${spanOf(bin)} ${measure} (${formatPercent(percentOf(bin.count, total))})`;
  const above = threshold === undefined ? null : percentOf(countFrom(rows, threshold), total);
  const note = `${threshold} or more: ${formatPercent(above)}`;
  const isLeft = (threshold ?? 0) > 70;
  return draw(options, `${counted(total, noun)} by ${measure}${threshold === undefined ? '' : `; ${note}`}.`, {
    height: options.height ?? 220,
    marginTop: 34,
    marginLeft: 44,
    marginRight: 12,
    marginBottom: 46,
    x: { domain: [0, 100] },
    y: { nice: true, domain: [0, Math.max(4, ...bins.map((bin) => bin.count))] },
    marks: [
      linesAcross({ ticks: 4 }),
      axisLeft({ ticks: 4, tickFormat: (count: number) => (Number.isInteger(count) ? formatShort(count) : '') }),
      axisBelow({ ticks: [0, 25, 50, 75, 100] }),
      nameAbove(pluralOf(noun), 44),
      nameBelow(measure),
      Plot.rectY(bins, {
        x1: 'low', x2: 'high', y: 'count', insetLeft: 1, insetRight: 1, ry1: 2,
        fill: (bin: ScoreBin) => (threshold === undefined || bin.low >= threshold ? colour.accent : 'var(--ramp-3)'),
        ...pickable(bins, options.onPick, nameOf),
      }),
      Plot.ruleY([0], { stroke: colour.lineStrong }),
      threshold === undefined ? null : [
        Plot.ruleX([threshold], { stroke: colour.strong, strokeDasharray: '3 3', insetTop: -14, pointerEvents: 'none' }),
        Plot.text([threshold], {
          x: (at: number) => at, text: () => note, frameAnchor: 'top', dy: -14, dx: isLeft ? -6 : 6,
          textAnchor: isLeft ? 'end' : 'start', fill: colour.strong, fontSize: size.tiny, fontWeight: 500,
        }),
      ],
      hint(bins, Plot.pointerX({ x: (bin: ScoreBin) => (bin.low + bin.high) / 2, y: 'count', title: nameOf })),
    ],
  });
}

/** The bars as a table, and how many have no score. */
export function toTwin(rows: ScoreRow[]): Twin {
  const bins = binsOf(rows);
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const unscored = rows.filter((row) => row.score === null).reduce((sum, row) => sum + row.count, 0);
  return {
    columns: [words('score', 'Score'), numbers('count', 'Count'), numbers('share', 'Share, percent')],
    rows: [
      ...bins.map((bin) => [spanOf(bin), bin.count, rounded(percentOf(bin.count, total))]),
      ...(unscored ? [['No score', unscored, null]] : []),
    ],
  };
}

function binsOf(rows: ScoreRow[]): ScoreBin[] {
  const bins = Array.from({ length: 100 / step }, (_, at) => ({ low: at * step, high: (at + 1) * step, count: 0 }));
  for (const { score, count } of rows) {
    const bin = score === null ? undefined : bins[Math.min(bins.length - 1, Math.max(0, Math.floor(score / step)))];
    if (bin) bin.count += count;
  }
  return bins;
}

function countFrom(rows: ScoreRow[], threshold: number): number {
  return rows.filter((row) => row.score !== null && row.score >= threshold).reduce((sum, row) => sum + row.count, 0);
}

function spanOf(bin: ScoreBin): string {
  return bin.high === 100 ? `${bin.low}–100` : `${bin.low} to under ${bin.high}`;
}
