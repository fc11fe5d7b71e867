import type { Point } from './values';

/** Rows of one colour with x from `low` up to, not including, `high`; the last includes its end. */
export interface Bin {
  low: number | Date;
  high: number | Date;
  color: string;
  count: number;
}

const day = 86_400_000;
const spans = [1, 7, 30.4375, 91.3125, 365.25].map((days) => days * day);

/** Numbers in about twenty round spans; times in spans of a day, a week, a month, a quarter or a year. */
export function binsOf(points: Point[], isTime: boolean): Bin[] {
  const values = points.flatMap((point) => (point.x === null || typeof point.x === 'string' ? [] : [Number(point.x)]));
  if (!values.length) return [];
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity] as const);
  const step = isTime ? spanOf(most - least) : roundStep(most - least, values.every(Number.isInteger));
  const first = Math.floor(least / step) * step;
  const bins = new Map<string, Bin>();
  for (const point of points) {
    if (point.x === null || typeof point.x === 'string') continue;
    const low = first + Math.floor((Number(point.x) - first) / step) * step;
    const bin = bins.get(`${low} ${point.color}`) ?? { low: edge(low, isTime), high: edge(low + step, isTime), color: point.color, count: 0 };
    bin.count += 1;
    bins.set(`${low} ${point.color}`, bin);
  }
  return [...bins.values()];
}

function spanOf(range: number): number {
  return spans.find((span) => range / span <= 60) ?? spans[4] ?? day;
}

/** 1, 2 or 5 times a power of ten, so that about twenty steps cover the range; whole for whole numbers. */
function roundStep(range: number, isWhole: boolean): number {
  if (range === 0) return 1;
  const rough = range / 20;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  return isWhole ? Math.max(1, step) : step;
}

function edge(value: number, isTime: boolean): number | Date {
  return isTime ? new Date(value) : Math.round(value * 1e9) / 1e9;
}
