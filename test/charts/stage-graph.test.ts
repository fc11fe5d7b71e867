import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { stageGraph, toStageTwin, type StageRow } from '../../src/charts/stage-graph';
import { columnsOf, movesOf } from '../../src/charts/stage-graph/columns';
import { layoutOf, type Layout } from '../../src/charts/stage-graph/layout';
import { edgePath } from '../../src/charts/stage-graph/paths';
import { document, expectDrawing } from './snapshot';

type Told = [stage: string, kind: StageRow['kind'], groups: number | null, next: string[], fault?: string];
const rowsOf = (...told: Told[]): StageRow[] => told.map(([stage, kind, groups, next, fault = null]) => ({ stage, kind, groups, next, fault }));

const names = ['Target', 'Active', 'Engaged', 'Complete enough', 'Pipeline', 'Won'];
/** Every stage leads to every later one. */
const ladder = rowsOf(...names.map((name, at): Told => [name, at === 0 ? 'entry' : at === 5 ? 'success' : 'step', [97, 80, 27, 15, 44, 33][at] ?? null, names.slice(at + 1)]));
/** Two ways in, two ways on, a way back, and two failures of which one comes to life again. */
const branching = rowsOf(
  ['Event', 'entry', 1204, ['Interested']],
  ['Outbound', 'entry', 87, ['Interested', 'No response']],
  ['Interested', 'step', 420, ['Trial', 'Demo', 'No response']],
  ['Trial', 'step', 61, ['Intent', 'Interested', 'Lost']],
  ['Demo', 'step', 38, ['Intent', 'Won', 'Lost']],
  ['Intent', 'step', 12, ['Won', 'Lost', 'Interested']],
  ['Won', 'success', 9, []],
  ['No response', 'failure', 310, ['Resurgence']],
  ['Resurgence', 'step', 4, ['Intent']],
  ['Lost', 'failure', 22, ['Interested']],
);
const faulty = rowsOf(
  ['In', 'entry', null, ['Won', 'Gone']],
  ['Alone in the middle of nowhere at all', 'step', null, [], 'leads nowhere: choose what it moves to'],
  ['Won', 'success', null, []],
  ['Won', 'step', null, ['Won'], '“Won” is there already'],
);

test('a ladder is one line, with a lane for each stage that can be jumped to', () => {
  expectDrawing('stage-graph-ladder', stageGraph(ladder, { width: 1040, document }));
});

test('branches, ways back and failures', () => {
  expectDrawing('stage-graph-branching', stageGraph(branching, { width: 1040, document }));
});

test('a stage with a fault is marked, and names of nothing are not drawn', () => {
  expectDrawing('stage-graph-faulty', stageGraph(faulty, { width: 720, document, onPick: () => undefined }));
});

test('where the names would not fit, it is wider than asked', () => {
  const chart = stageGraph(ladder, { width: 360, document });
  expect(Number(chart.getAttribute('width'))).toBeGreaterThan(600);
});

test('a model without stages says so', () => {
  expect(stageGraph([], { width: 640, document }).textContent).toBe('There are no stages yet.');
});

test('entries stand left, the success right, and every other move of the order leads right', () => {
  for (const rows of [ladder, branching]) {
    const moves = movesOf(rows);
    const columns = columnsOf(rows, moves);
    const last = Math.max(...columns);
    rows.forEach(({ kind }, at) => {
      if (kind === 'entry') expect(columns[at]).toBe(0);
      if (kind === 'success') expect(columns[at]).toBe(last);
    });
    const left = moves.filter(({ from, to }) => from < to && (columns[to] ?? 0) <= (columns[from] ?? 0)).map(({ from, to }) => [rows[from]?.stage, rows[to]?.stage]);
    expect(left).toEqual([]);
  }
});

test.each(Object.entries({ ladder, branching, faulty }))('no line of the %s model runs over a stage, so that no name is hidden, and none leaves the picture', (_, rows) => {
  for (const width of [360, 720, 1040, 1600]) expectRoom(layoutOf(rows, width));
});

test('lines and stages keep clear of each other whatever the model', () => {
  const all = ['Aware', 'Trial', 'Demo', 'Intent', 'Legal', 'Won', 'Lost', 'Silent'];
  const rowOf = (stage: string): fc.Arbitrary<StageRow> => fc.record({ stage: fc.constant(stage), kind: fc.constantFrom<StageRow['kind'][]>('entry', 'step', 'step', 'success', 'failure'), next: fc.subarray(all), groups: fc.constant(7) });
  const models = fc.subarray(all, { minLength: 1 }).chain((names) => fc.tuple(...names.map(rowOf)));
  fc.assert(fc.property(models, fc.integer({ min: 300, max: 1600 }), (rows, width) => expectRoom(layoutOf(rows, width))), { numRuns: 150 });
});

test('the twin holds the same facts', () => {
  expect(toStageTwin(ladder).rows[4]).toEqual(['Pipeline', 'Step', 44, 'Won', null]);
  expect(toStageTwin(faulty).rows[1]).toEqual(['Alone in the middle of nowhere at all', 'Step', null, null, 'leads nowhere: choose what it moves to']);
});

test('a stage is picked by click and by Enter, and says its moves and its fault', () => {
  const onPick = vi.fn();
  const chart = stageGraph(faulty, { width: 640, document, onPick });
  const stages = [...chart.querySelectorAll('[role=button]')];
  expect(stages[1]?.getAttribute('aria-label')).toBe('Alone in the middle of nowhere at all, step, moves to nothing, fault: leads nowhere: choose what it moves to');
  const { Event, KeyboardEvent } = document.defaultView as unknown as typeof globalThis;
  stages[1]?.dispatchEvent(new Event('click', { bubbles: true }));
  stages[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(onPick.mock.calls.map(([row]) => row)).toEqual([faulty[1], faulty[0]]);
});

test('the moves of a stage stand out while it is pointed at', () => {
  const chart = stageGraph(ladder, { width: 640, document, onPick: () => undefined });
  const { Event } = document.defaultView as unknown as typeof globalThis;
  const pipeline = chart.querySelectorAll('[role=button]')[4];
  pipeline?.dispatchEvent(new Event('pointerenter'));
  const lit = () => [...chart.querySelectorAll('[data-lit]')].map((line) => `${line.getAttribute('data-from')}→${line.getAttribute('data-to')}`);
  expect(lit()).toEqual(['0→4', '1→4', '2→4', '3→4', '4→5']);
  pipeline?.dispatchEvent(new Event('pointerleave'));
  expect(lit()).toEqual([]);
});

/** No line is over a stage, no stage over another, and nothing outside. */
function expectRoom(layout: Layout): void {
  const { nodes, edges, nodeWidth, nodeHeight, width, height } = layout;
  for (const edge of edges) {
    const points = pointsOf(edgePath(edge, layout));
    const move = `${edge.from.row.stage} → ${edge.to.row.stage}`;
    expect([move, nodes.filter((node) => points.some(([x, y]) => isInside(node, x, y, layout))).map(({ row }) => row.stage)]).toEqual([move, []]);
    expect([move, points.filter(([x, y]) => x < 1 || y < 1 || x > width - 1 || y > height - 1)]).toEqual([move, []]);
  }
  for (const one of nodes) {
    expect(nodes.filter((other) => Math.abs(other.x - one.x) < nodeWidth && Math.abs(other.y - one.y) < nodeHeight)).toEqual([one]);
    expect([one.x >= 0, one.y >= 0, one.x + nodeWidth <= width, one.y + nodeHeight <= height]).toEqual([true, true, true, true]);
  }
}

/** Points along a path of absolute lines and curves, close enough that none jumps over a stage. */
function pointsOf(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([MLCQ])([^MLCQ]*)/g)) {
    const n = rest.trim().split(/[ ,]+/).map(Number);
    const controls = [[x, y], ...Array.from({ length: n.length / 2 }, (_, at) => [n[2 * at] ?? 0, n[2 * at + 1] ?? 0])] as [number, number][];
    if (command !== 'M') for (let part = 0; part <= 1; part += 0.02) points.push(onCurve(controls, part));
    [x, y] = controls.at(-1) ?? [x, y];
  }
  return points;
}

function onCurve(controls: [number, number][], part: number): [number, number] {
  let all = controls;
  while (all.length > 1) all = all.slice(1).map(([x, y], at) => { const [a = 0, b = 0] = all[at] ?? []; return [a + (x - a) * part, b + (y - b) * part]; });
  return all[0] ?? [0, 0];
}

const isInside = (node: Layout['nodes'][number], x: number, y: number, { nodeWidth, nodeHeight }: Layout): boolean =>
  x > node.x + 1 && x < node.x + nodeWidth - 1 && y > node.y + 1 && y < node.y + nodeHeight - 1;
