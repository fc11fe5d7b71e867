import { wrapText } from '../text-fit';
import { size } from '../theme';
import { columnsOf, movesOf, type Move, type StageRow } from './columns';

/** A stage with its place; x and y are its left upper corner, in pixels. */
export interface Node {
  row: StageRow;
  at: number;
  column: number;
  /** Its place from above among the nodes of its column, which keeps the lines beside them apart. */
  level: number;
  x: number;
  y: number;
  /** The name on as many lines as it takes. */
  lines: string[];
}

/** How a move is drawn: across one gap, above the stages, beneath them, or along the line of a failure. */
export type Way = 'across' | 'above' | 'beneath' | 'along';

export interface Edge {
  from: Node;
  to: Node;
  way: Way;
  /** Where it runs level, in pixels; of no meaning across a gap. */
  y: number;
  /** Whether it leads to a stage that is not further right. */
  isBack: boolean;
}

export interface Layout {
  nodes: Node[];
  edges: Edge[];
  nodeWidth: number;
  nodeHeight: number;
  /** Between columns. */
  gap: number;
  width: number;
  height: number;
}

const least = { node: 92, gap: 40 };
const most = { node: 150, gap: 130 };
const rowGap = 26;
const lane = 9;
/** Room for lines that turn round the first and the last column. */
const side = 36;

/**
 * Stages in columns, those of failure in a line each beneath the others. Moves run in the gaps between columns and in lanes
 * above and beneath, never over a stage. At least `width` is used; more where the names would not fit.
 */
export function layoutOf(rows: readonly StageRow[], width: number): Layout {
  const moves = movesOf(rows);
  const columns = columnsOf(rows, moves);
  const across = widthsFor(1 + Math.max(0, ...columns), width - 2 * side);
  const lines = rows.map(({ stage }) => wrapText(stage, across.nodeWidth - 28, size.normal, 2));
  const nodeHeight = 14 + 16 * Math.max(...rows.map(({ kind }, at) => (lines[at]?.length ?? 1) + (kind === 'step' ? 1 : 2)));
  const nodes = rows.map((row, at): Node => ({ row, at, column: columns[at] ?? 0, level: 0, x: side + across.offset + (columns[at] ?? 0) * (across.nodeWidth + across.gap), y: 0, lines: lines[at] ?? [] }));
  const main = nodes.filter(({ row }) => row.kind !== 'failure');
  const failures = nodes.filter(({ row }) => row.kind === 'failure');
  const edges = moves.flatMap((move) => edgeOf(nodes, move) ?? []);

  const lanesAbove = lanesFor(edges.filter(({ way }) => way === 'above'));
  const top = 8 + (lanesAbove.count === 0 ? 0 : lanesAbove.count * lane + 8);
  const stacked = (column: number): Node[] => main.filter((node) => node.column === column);
  const tallest = Math.max(1, ...main.map(({ column }) => stacked(column).length));
  for (const node of main) {
    const own = stacked(node.column);
    node.level = own.indexOf(node);
    node.y = top + ((tallest - own.length) / 2 + node.level) * (nodeHeight + rowGap);
  }
  const bottom = top + tallest * (nodeHeight + rowGap) - rowGap;
  const lanesBeneath = lanesFor(edges.filter(({ way, to }) => way === 'beneath' && to.row.kind !== 'failure'));
  const lower = bottom + (lanesBeneath.count === 0 ? 0 : lanesBeneath.count * lane + 6);
  failures.forEach((node, index) => {
    node.level = tallest + index;
    node.y = lower + rowGap + index * (nodeHeight + rowGap);
  });

  const levelOf = (edge: Edge): number => {
    if (edge.way === 'above') return top - 10 - lane * (lanesAbove.of.get(edge.to.at) ?? 0);
    if (edge.way === 'along') return edge.to.y + nodeHeight / 2;
    return edge.to.row.kind === 'failure' ? edge.to.y - rowGap / 2 : bottom + 6 + lane * (lanesBeneath.of.get(edge.to.at) ?? 0);
  };
  for (const edge of edges) edge.y = levelOf(edge);
  const height = (failures.length === 0 ? lower : lower + failures.length * (nodeHeight + rowGap)) + 4;
  return { nodes, edges, nodeWidth: across.nodeWidth, nodeHeight, gap: across.gap, width: across.total + 2 * side, height };
}

/** Node and gap for so many columns; what is left over is shared by both sides. */
function widthsFor(columns: number, room: number): { nodeWidth: number; gap: number; total: number; offset: number } {
  const total = Math.max(room, columns * (least.node + least.gap) - least.gap);
  const nodeWidth = Math.floor(Math.min(most.node, Math.max(least.node, (total / columns) * 0.68)));
  const gap = columns === 1 ? most.gap : Math.floor(Math.min(most.gap, (total - columns * nodeWidth) / (columns - 1)));
  return { nodeWidth, gap, total, offset: Math.floor((total - columns * nodeWidth - (columns - 1) * gap) / 2) };
}

function edgeOf(nodes: readonly Node[], { from, to }: Move): Edge | null {
  const [start, end] = [nodes[from], nodes[to]];
  if (!start || !end) return null;
  const step = end.column - start.column;
  const isFailure = end.row.kind === 'failure';
  const way: Way = step === 1 ? 'across' : step < 1 ? 'beneath' : isFailure ? 'along' : start.row.kind === 'failure' ? 'beneath' : 'above';
  return { from: start, to: end, way, y: 0, isBack: step < 1 };
}

/** A lane for each stage that is led to, the shortest nearest: moves to one stage share one, and lanes whose moves do not meet are one. */
function lanesFor(edges: readonly Edge[]): { of: Map<number, number>; count: number } {
  const spans = new Map<number, [start: number, end: number]>();
  for (const { from, to } of edges) {
    const [start, end] = spans.get(to.at) ?? [to.column - 1, to.column - 1];
    spans.set(to.at, [Math.min(start, from.column), Math.max(end, from.column)]);
  }
  const lanes: [number, number][][] = [];
  const of = new Map<number, number>();
  for (const [at, span] of [...spans].sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]))) {
    const free = lanes.findIndex((taken) => taken.every(([start, end]) => end < span[0] || start > span[1]));
    const place = free < 0 ? lanes.length : free;
    (lanes[place] ??= []).push(span);
    of.set(at, place);
  }
  return { of, count: lanes.length };
}
