import * as Plot from '@observablehq/plot';
import { axisBelow, axisLeft, linesAcross, linesDown } from '../axes';
import { draw, hint, nothing, type ChartOptions } from '../chart';
import { counted, formatCount, formatPercent, percentOf } from '../format';
import { pickable } from '../picking';
import { colour, size } from '../theme';
import { numbers, rounded, words, type Twin } from '../twin';
import { quadrantsOf, spotsOf, type Quadrant, type QuadrantPick, type QuadrantRow, type Spot } from './spots';

export type { QuadrantPick, QuadrantRow } from './spots';

export interface QuadrantOptions extends ChartOptions<QuadrantPick> {
  /** A group is complete from here on, percent. */
  complete: number;
  /** A group is engaged from here on, percent. */
  engaged: number;
}

/** Completeness across, engagement up, a dot for groups at one place; from 2,000 rows on, dots are bins of 5 × 5. */
export function quadrant(rows: QuadrantRow[], options: QuadrantOptions): Element {
  const spots = spotsOf(rows);
  if (!spots.length) return nothing(options, 'No buying groups with both scores to show.');
  const { complete, engaged } = options;
  const quadrants = quadrantsOf(rows, complete, engaged);
  const total = quadrants.reduce((sum, each) => sum + each.groups, 0);
  const isDense = spots[0]?.isBin ?? false;
  const height = options.height ?? Math.round(Math.min(460, Math.max(320, options.width * 0.6)));
  const isNarrow = options.width < 520;
  const mostRadius = isDense ? Math.min((options.width - 80) / 40, (height - 116) / 40) : 9;
  return draw(options, sayQuadrants(quadrants, total), {
    height,
    marginTop: 46,
    marginBottom: isNarrow ? 90 : 72,
    marginLeft: 56,
    marginRight: 8,
    inset: 12,
    x: { domain: [0, 100] },
    y: { domain: [0, 100] },
    r: { range: [0, mostRadius], domain: [0, Math.max(isDense ? 1 : 6, ...spots.map((spot) => spot.groups))] },
    marks: [
      Plot.frame({ fill: colour.sunken, fillOpacity: 0.5, stroke: colour.line, rx: 4 }),
      Plot.rect([0], { x1: complete, y1: engaged, x2: 100, y2: 100, fill: colour.accentSoft, insetTop: -11, insetRight: -11 }),
      linesDown({ ticks: [0, 25, 50, 75, 100] }),
      linesAcross({ ticks: [0, 25, 50, 75, 100] }),
      axisBelow({ ticks: [0, 25, 50, 75, 100] }),
      axisLeft({ ticks: [0, 25, 50, 75, 100] }),
      Plot.text(['Engagement, percent'], { frameAnchor: 'left', rotate: -90, dx: -46, fill: colour.faint, fontSize: size.tiny }),
      Plot.text(['Completeness, percent'], { frameAnchor: 'bottom', dy: isNarrow ? 80 : 40, lineAnchor: 'middle', fill: colour.faint, fontSize: size.tiny }),
      Plot.ruleX([complete], { stroke: colour.strong, strokeDasharray: '3 3', strokeOpacity: 0.7 }),
      Plot.ruleY([engaged], { stroke: colour.strong, strokeDasharray: '3 3', strokeOpacity: 0.7 }),
      Plot.dot(spots, {
        x: 'x', y: 'y', r: 'groups', fill: colour.accent, fillOpacity: 0.72, stroke: colour.raised, strokeWidth: 0.75,
        ...pickable(spots, options.onPick && ((spot) => options.onPick?.(pickOf(spot))), nameOf),
      }),
      quadrants.map((each) => corner(each, total, options)),
      hint(spots, Plot.pointer({ x: 'x', y: 'y', title: hintOf })),
    ],
  });
}

/** The four quadrants as a table: a thousand dots read aloud help nobody. */
export function toTwin(rows: QuadrantRow[], { complete, engaged }: Pick<QuadrantOptions, 'complete' | 'engaged'>): Twin {
  const quadrants = quadrantsOf(rows, complete, engaged);
  const total = quadrants.reduce((sum, each) => sum + each.groups, 0);
  return {
    columns: [words('quadrant', 'Quadrant'), words('completeness', 'Completeness'), words('engagement', 'Engagement'), numbers('groups', 'Groups'), numbers('share', 'Share, percent')],
    rows: quadrants.map((each) => [
      each.name,
      each.isComplete ? `${complete} or more` : `under ${complete}`,
      each.isEngaged ? `${engaged} or more` : `under ${engaged}`,
      each.groups,
      rounded(percentOf(each.groups, total)),
    ]),
  };
}

/** A quadrant's count and name, outside the frame so that no dot is hidden. */
function corner(each: Quadrant, total: number, options: QuadrantOptions): Plot.Markish[] {
  const side = each.isComplete ? 'right' : 'left';
  const place = { frameAnchor: `${each.isEngaged ? 'top' : 'bottom'}-${side}`, textAnchor: each.isComplete ? 'end' : 'start', lineAnchor: 'middle' } as const;
  const [first, second] = each.isEngaged ? [-32, -14] : [40, 58];
  return [
    Plot.text([each], {
      ...place, dy: first, text: () => `${formatCount(each.groups)} · ${formatPercent(percentOf(each.groups, total))}`,
      fill: colour.strong, fontSize: 14, fontWeight: 600,
      ...pickable([each], options.onPick && (() => options.onPick?.(each)), () => `${each.name}: ${counted(each.groups, 'group')}`),
    }),
    Plot.text([each.name], { ...place, dy: second, fill: colour.muted, fontSize: size.tiny }),
  ];
}

function pickOf(spot: Spot): QuadrantPick {
  return { groups: spot.groups, rows: spot.rows, completeness: spot.completeness, engagement: spot.engagement };
}

function nameOf(spot: Spot): string {
  const [completeness, engagement] = [spanOf(spot.completeness), spanOf(spot.engagement)];
  return `${counted(spot.groups, 'group')}, ${completeness} complete, ${engagement} engaged`;
}

function hintOf(spot: Spot): string {
  const names = spot.rows.slice(0, 3).flatMap((row) => row.group_name ?? []);
  const more = spot.groups - names.length;
  return [...names, names.length && more > 0 ? `and ${formatCount(more)} more` : '', nameOf(spot)].filter(Boolean).join('\n');
}

function spanOf([low, high]: [number, number]): string {
  return low === high ? formatPercent(low) : `${low}–${formatPercent(high)}`;
}

function sayQuadrants(quadrants: Quadrant[], total: number): string {
  return `${counted(total, 'group')} by completeness and engagement: ${quadrants.map((each) => `${formatCount(each.groups)} ${each.name.toLowerCase()}`).join(', ')}.`;
}
