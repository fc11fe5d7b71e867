/** One group, or several counted together when `groups` says so. A null score leaves it out. */
export interface QuadrantRow {
  completeness: number | null;
  engagement: number | null;
  groups?: number;
  group_no?: number;
  group_name?: string;
}

/** What was picked: groups whose scores, cut to whole percents, lie within these bounds, both ends included. */
export interface QuadrantPick {
  groups: number;
  rows: QuadrantRow[];
  completeness: [number, number];
  engagement: [number, number];
}

/** A dot: groups that share a place. */
export interface Spot extends QuadrantPick {
  x: number;
  y: number;
  isBin: boolean;
}

/** A quarter of the plane, as the thresholds part it. */
export interface Quadrant extends QuadrantPick {
  name: string;
  isComplete: boolean;
  isEngaged: boolean;
}

const manyRows = 2000;

/** Dots at whole percents, or bins of 5 × 5 when there are too many rows to tell apart; the largest first. */
export function spotsOf(rows: QuadrantRow[]): Spot[] {
  const isBin = rows.length > manyRows;
  const step = isBin ? 5 : 1;
  const grid: Spot[] = [];
  for (const row of rows) {
    if (row.completeness === null || row.engagement === null) continue;
    const [left, low] = [startOf(row.completeness, step), startOf(row.engagement, step)];
    const spot = (grid[left * 101 + low] ??= spotAt(left, low, step, isBin));
    spot.groups += row.groups ?? 1;
    spot.rows.push(row);
  }
  return Object.values(grid).sort((one, other) => other.groups - one.groups);
}

/** The four quadrants, engaged before not, incomplete before complete; each includes its lower threshold. */
export function quadrantsOf(rows: QuadrantRow[], complete: number, engaged: number): Quadrant[] {
  const names = ['Engaged, not complete', 'Complete and engaged', 'Neither yet', 'Complete, not engaged'];
  const quadrants = names.map((name, at): Quadrant => {
    const [isComplete, isEngaged] = [at % 2 === 1, at < 2];
    return {
      name, isComplete, isEngaged, rows: [], groups: 0,
      completeness: isComplete ? [complete, 100] : [0, Math.ceil(complete) - 1],
      engagement: isEngaged ? [engaged, 100] : [0, Math.ceil(engaged) - 1],
    };
  });
  for (const row of rows) {
    if (row.completeness === null || row.engagement === null) continue;
    const mine = quadrants[(row.engagement >= engaged ? 0 : 2) + (row.completeness >= complete ? 1 : 0)];
    mine?.rows.push(row);
    if (mine) mine.groups += row.groups ?? 1;
  }
  return quadrants;
}

/** Scores are cut, not rounded: 69.9 then stands left of a threshold of 70, where it is counted. The last bin includes 100. */
function startOf(score: number, step: number): number {
  const whole = Math.min(100, Math.max(0, Math.floor(score)));
  return step === 1 ? whole : Math.min(100 - step, Math.floor(whole / step) * step);
}

function boundsFrom(start: number, step: number): [number, number] {
  return [start, step > 1 && start + step === 100 ? 100 : start + step - 1];
}

function spotAt(left: number, low: number, step: number, isBin: boolean): Spot {
  return {
    x: isBin ? left + step / 2 : left,
    y: isBin ? low + step / 2 : low,
    isBin,
    groups: 0,
    rows: [],
    completeness: boundsFrom(left, step),
    engagement: boundsFrom(low, step),
  };
}
