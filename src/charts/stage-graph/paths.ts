import type { Edge, Layout } from './layout';

type Point = [x: number, y: number];
const arrow = 7;
const radius = 10;

/** The line of a move, from the right side of one stage to the left side of another; it ends where the arrow begins. */
export function edgePath({ from, to, way, y }: Edge, { nodeWidth, nodeHeight, gap }: Layout): string {
  const start: Point = [from.x + nodeWidth, from.y + nodeHeight / 2];
  const end: Point = [to.x - arrow, to.y + nodeHeight / 2];
  if (way === 'across') {
    const bend = (end[0] - start[0]) / 2;
    return `M${start.join()}C${start[0] + bend},${start[1]} ${end[0] - bend},${end[1]} ${end.join()}`;
  }
  // Lines out of different rows of a column, and into them, run beside each other.
  const out = start[0] + Math.min(gap * 0.28, 22) + Math.min(from.level, 3) * 3;
  const into = to.x - Math.min(gap * 0.36, 22) - Math.min(to.level, 3) * 3;
  const corners: Point[] = way === 'along' ? [[out, start[1]], [out, y]] : [[out, start[1]], [out, y], [into, y], [into, end[1]]];
  return rounded([start, ...corners, end]);
}

/** The head of the arrow, its point at the left side of a stage. */
export function arrowPath({ to }: Edge, { nodeHeight }: Layout): string {
  const [x, y] = [to.x - 1, to.y + nodeHeight / 2];
  return `M${x},${y}l${-arrow},${-4}v8Z`;
}

/** Straight lines through points with the corners rounded, less where there is little room. */
function rounded(points: readonly Point[]): string {
  return points.map((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before) return `M${point.join()}`;
    if (!after) return `L${point.join()}`;
    const reach = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    return `L${towards(point, before, reach).join()}Q${point.join()} ${towards(point, after, reach).join()}`;
  }).join('');
}

const distance = (one: Point, other: Point): number => Math.hypot(one[0] - other[0], one[1] - other[1]);

function towards(point: Point, other: Point, by: number): Point {
  const whole = distance(point, other);
  if (whole === 0) return point;
  return [point[0] + ((other[0] - point[0]) * by) / whole, point[1] + ((other[1] - point[1]) * by) / whole];
}

/** The outline of a stage: an entry is round at its left, a failure has its corners cut off. */
export function outline(kind: string, width: number, height: number, inset = 0): string {
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  if (kind === 'failure') {
    const cut = 10;
    return `M${left + cut},${top}H${right - cut}L${right},${top + cut}V${bottom - cut}L${right - cut},${bottom}H${left + cut}L${left},${bottom - cut}V${top + cut}Z`;
  }
  const small = 6 - inset;
  const large = kind === 'entry' ? Math.min(height / 2 - inset, 22) : small;
  return `M${left + large},${top}H${right - small}q${small},0 ${small},${small}V${bottom - small}q0,${small} ${-small},${small}H${left + large}q${-large},0 ${-large},${-large}V${top + large}q0,${-large} ${large},${-large}Z`;
}
