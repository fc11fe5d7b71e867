import { categories, colour } from '../theme';
import type { Point } from './values';

/** Which colour each category of a chart has, and how many share the last one. */
export interface Series {
  names: string[];
  colourOf: (name: string) => string;
  /** A point's category, or the one that stands for the rest. */
  nameOf: (point: Point) => string;
}

/** The largest categories keep a colour each; from the ninth on, all share the rest's. `sizeOf` says what is large. */
export function seriesOf(points: Point[], sizeOf: (point: Point) => number): Series {
  const sizes = new Map<string, number>();
  for (const point of points) sizes.set(point.color, (sizes.get(point.color) ?? 0) + sizeOf(point));
  const all = [...sizes.keys()];
  if (all.length <= categories.length) return seriesIn(all, new Set(all), null);
  const largest = [...all].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)).slice(0, categories.length - 1);
  return seriesIn(all, new Set(largest), `${all.length - largest.length} more`);
}

function seriesIn(all: string[], kept: Set<string>, rest: string | null): Series {
  const names = [...all.filter((name) => kept.has(name)), ...(rest === null ? [] : [rest])];
  const colours = new Map(names.map((name, at) => [name, name === rest ? colour.rest : (categories[at] ?? colour.rest)]));
  return {
    names,
    colourOf: (name) => colours.get(name) ?? colour.rest,
    nameOf: ({ color }) => (kept.has(color) ? color : (rest ?? color)),
  };
}
