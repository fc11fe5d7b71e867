import '../chart.css';
import { nothing, type ChartOptions } from '../chart';
import { counted } from '../format';
import { pickShapes } from '../picking';
import { svgElement } from '../svg';
import { fitText } from '../text-fit';
import { colour, size } from '../theme';
import { numbers, words, type Twin } from '../twin';
import type { StageRow } from './columns';
import { layoutOf, type Edge, type Layout, type Node } from './layout';
import { arrowPath, edgePath, outline } from './paths';

export type { StageRow } from './columns';

/** The stages of a model from its entries to its success, with the moves between them and how many groups stand at each; rows are in the model's order. */
export function stageGraph(rows: readonly StageRow[], options: ChartOptions<StageRow>): Element {
  if (rows.length === 0) return nothing(options, 'There are no stages yet.');
  const layout = layoutOf(rows, options.width);
  const document = options.document ?? globalThis.document;
  const hasBack = layout.edges.some(({ isBack }) => isBack);
  const height = layout.height + (hasBack ? 22 : 0);
  const svg = svgElement(document, 'svg', {
    class: 'chart stage-graph', width: layout.width, height, viewBox: `0 0 ${layout.width} ${height}`, fill: colour.ink,
    'font-family': 'var(--font)', 'font-size': size.small, role: options.onPick ? 'group' : 'img', 'aria-label': options.onPick ? 'Stages and the moves between them' : rows.map(nameOf).join('. '),
  });
  const edges = svgElement(document, 'g', { class: 'stage-edges', 'aria-hidden': 'true' });
  edges.append(...layout.edges.map((edge) => drawEdge(document, edge, layout)));
  const nodes = svgElement(document, 'g', {});
  const shapes = layout.nodes.map((node) => drawNode(document, node, layout));
  nodes.append(...shapes);
  svg.append(edges, nodes, ...(hasBack ? [backNote(document, layout.height)] : []));
  const { onPick } = options;
  if (onPick) pickShapes(nodes, shapes, (at) => nameOf(rows[at]), (at) => { const row = rows[at]; if (row) onPick(row); });
  light(edges, shapes);
  return svg;
}

/** The stages, what they lead to and what is wrong with them as a table. */
export function toStageTwin(rows: readonly StageRow[]): Twin {
  return {
    columns: [words('stage', 'Stage'), words('kind', 'Kind'), numbers('groups', 'Groups'), words('next', 'May move to'), words('fault', 'Fault')],
    rows: rows.map(({ stage, kind, groups, next, fault }) => [stage, kindWords[kind], groups, next.join(', ') || null, fault ?? null]),
  };
}

const kindWords: Record<StageRow['kind'], string> = { entry: 'Entry', step: 'Step', success: 'Success', failure: 'Failure' };

function nameOf(row: StageRow | undefined): string {
  if (!row) return '';
  const { stage, kind, groups, next, fault } = row;
  const count = groups === null ? [] : [counted(groups, 'group')];
  return [stage, kindWords[kind].toLowerCase(), ...count, next.length > 0 ? `may move to ${next.join(', ')}` : 'moves to nothing', ...(fault ? [`fault: ${fault}`] : [])].join(', ');
}

function drawEdge(document: Document, edge: Edge, layout: Layout): SVGElement {
  const group = svgElement(document, 'g', { class: 'stage-edge', 'data-from': edge.from.at, 'data-to': edge.to.at });
  group.append(
    svgElement(document, 'path', { d: edgePath(edge, layout), fill: 'none', stroke: 'currentColor', 'stroke-width': 1.25, ...(edge.isBack ? { 'stroke-dasharray': '4 3' } : {}) }),
    svgElement(document, 'path', { d: arrowPath(edge, layout), fill: 'currentColor' }),
  );
  return group;
}

function drawNode(document: Document, node: Node, { nodeWidth, nodeHeight }: Layout): SVGElement {
  const { row, lines } = node;
  const group = svgElement(document, 'g', { transform: `translate(${node.x},${node.y})` });
  const title = svgElement(document, 'title', {});
  title.textContent = [row.stage, row.meaning, row.groups === null ? null : counted(row.groups, 'group'), row.fault].filter(Boolean).join('\n');
  const stroke = row.fault ? colour.negative : row.kind === 'success' ? 'var(--positive)' : colour.lineControl;
  group.append(title, svgElement(document, 'path', { class: 'stage-shape', d: outline(row.kind, nodeWidth, nodeHeight), fill: row.kind === 'failure' ? colour.sunken : colour.raised, stroke, 'stroke-width': row.fault ? 2 : 1.25 }));
  // The one good end has a double line.
  if (row.kind === 'success') group.append(svgElement(document, 'path', { d: outline(row.kind, nodeWidth, nodeHeight, 3), fill: 'none', stroke, 'stroke-width': 1 }));
  const texts = [
    ...(row.kind === 'step' ? [] : [{ text: kindWords[row.kind], fill: colour.muted, size: size.tiny, weight: 400 }]),
    ...lines.map((text) => ({ text, fill: colour.strong, size: size.normal, weight: 600 })),
    ...(row.groups === null ? [] : [{ text: fitText(counted(row.groups, 'group'), nodeWidth - 12, size.small), fill: colour.muted, size: size.small, weight: 400 }]),
  ];
  texts.forEach((line, at) => {
    const text = svgElement(document, 'text', { x: nodeWidth / 2, y: nodeHeight / 2 + (at - (texts.length - 1) / 2) * 16, dy: '0.34em', 'text-anchor': 'middle', fill: line.fill, stroke: 'none', 'font-size': line.size, 'font-weight': line.weight });
    text.textContent = line.text;
    group.append(text);
  });
  if (row.fault) group.append(...faultMark(document, nodeWidth));
  return group;
}

function faultMark(document: Document, nodeWidth: number): SVGElement[] {
  const mark = svgElement(document, 'text', { x: nodeWidth - 5, y: 3, dy: '0.36em', 'text-anchor': 'middle', fill: colour.raised, stroke: 'none', 'font-size': size.small, 'font-weight': 700 });
  mark.textContent = '!';
  return [svgElement(document, 'circle', { cx: nodeWidth - 5, cy: 3, r: 8, fill: colour.negative, stroke: 'none' }), mark];
}

/** What a dashed line means, beneath. */
function backNote(document: Document, y: number): SVGElement {
  const group = svgElement(document, 'g', { transform: `translate(4,${y + 10})`, color: colour.lineControl });
  const label = svgElement(document, 'text', { x: 30, dy: '0.34em', fill: colour.muted, 'font-size': size.tiny });
  label.textContent = 'leads back';
  group.append(svgElement(document, 'path', { d: 'M0,0H24', stroke: 'currentColor', 'stroke-width': 1.25, 'stroke-dasharray': '4 3' }), label);
  return group;
}

/** While a stage is pointed at or has the focus, its own moves stand out. */
function light(edges: SVGElement, shapes: readonly SVGElement[]): void {
  const lines = [...edges.children];
  const show = (at: number | null): void => {
    edges.toggleAttribute('data-some', at !== null);
    for (const line of lines) line.toggleAttribute('data-lit', at !== null && [line.getAttribute('data-from'), line.getAttribute('data-to')].includes(String(at)));
  };
  shapes.forEach((shape, at) => {
    for (const event of ['pointerenter', 'focus']) shape.addEventListener(event, () => show(at));
    for (const event of ['pointerleave', 'blur']) shape.addEventListener(event, () => show(null));
  });
}
