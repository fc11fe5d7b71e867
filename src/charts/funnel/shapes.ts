import type { RenderFunction } from '@observablehq/plot';
import { hatchPath } from '../hatching';
import { colour, ramp, size } from '../theme';
import { svgElement } from '../svg';
import type { Step } from './steps';

/** The soft slopes between one bar and the next. */
export function flow(steps: Step[]): RenderFunction {
  return (_index, { x, y, scales }, _values, { marginLeft }, { document }) => {
    const group = svgElement(document, 'g', { fill: colour.accentSoft });
    const height = scales.y?.bandwidth ?? 0;
    steps.slice(0, -1).forEach((step, at) => {
      const next = steps[at + 1];
      const [from, to] = [place(y, step.stage) + height, place(y, next?.stage)];
      const [right, nextRight] = [place(x, step.count), place(x, next?.count)];
      group.append(svgElement(document, 'path', { d: `M${marginLeft},${from}H${right + 2}L${nextRight + 2},${to}H${marginLeft}Z` }));
    });
    return group;
  };
}

/** The right end of each bar, lighter and hatched: those who came too recently to have gone on. */
export function youngPart(steps: Step[]): RenderFunction {
  return (_index, { x, y, scales }, _values, _dimensions, { document }) => {
    const group = svgElement(document, 'g', { 'pointer-events': 'none' });
    const height = scales.y?.bandwidth ?? 0;
    for (const step of steps.filter((each) => each.young > 0)) {
      const left = place(x, Math.max(0, step.count - step.young));
      group.append(...youngBox(document, left, place(y, step.stage), Math.max(2, place(x, step.count) - left), height));
    }
    return group;
  };
}

/** What the hatching means, below the funnel. */
export function youngNote(plural: string): RenderFunction {
  return (_index, _scales, _values, { marginLeft, height }, { document }) => {
    const group = svgElement(document, 'g', { transform: `translate(${marginLeft},${height - 13})` });
    const label = svgElement(document, 'text', { x: 22, y: 10, 'text-anchor': 'start', fill: colour.muted, 'font-size': size.tiny });
    label.textContent = `${plural} who came too recently to judge`.replace('groups who', 'groups that');
    group.append(...youngBox(document, 0, 0, 16, 12), label);
    return group;
  };
}

function youngBox(document: Document, x: number, y: number, width: number, height: number): SVGElement[] {
  return [
    svgElement(document, 'rect', { x, y, width: width + 2, height, rx: 3, fill: ramp[2] ?? '' }),
    svgElement(document, 'path', { d: hatchPath(x, y, width + 2, height, 6), stroke: colour.accent, 'stroke-opacity': 0.55 }),
  ];
}

/** Where a scale puts a value, in pixels. */
function place(scale: ((value: never) => unknown) | undefined, value: unknown): number {
  // A Plot scale takes any value of its domain, which TypeScript cannot see.
  return Number(scale?.(value as never) ?? 0);
}
