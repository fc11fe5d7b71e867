import type { RenderFunction } from '@observablehq/plot';

/**
 * A mark option that lets each of a mark's shapes be picked by click, Enter or Space. The shapes are one tab stop;
 * arrow keys, Home and End move among them. Without `onPick` it changes nothing.
 */
export function pickable<R>(
  rows: readonly R[],
  onPick: ((row: R) => void) | undefined,
  nameOf: (row: R) => string,
): { render?: RenderFunction } {
  if (!onPick) return {};
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      if (!group) return group;
      const shapes = Array.from(group.children);
      shapes.forEach((shape, at) => {
        const row = rows[index[at] ?? -1];
        if (row !== undefined) name(shape, nameOf(row), at === 0);
      });
      listen(group, shapes, (at) => {
        const row = rows[index[at] ?? -1];
        if (row !== undefined) onPick(row);
      });
      return group;
    },
  };
}

/** Lets shapes of a group be picked in the same way; both functions take a shape's place. */
export function pickShapes(group: Element, shapes: Element[], nameOf: (at: number) => string, pick: (at: number) => void): void {
  shapes.forEach((shape, at) => name(shape, nameOf(at), at === 0));
  listen(group, shapes, pick);
}

function name(shape: Element, text: string, isFirst: boolean): void {
  shape.setAttribute('class', 'chart-pick');
  shape.setAttribute('role', 'button');
  shape.setAttribute('tabindex', isFirst ? '0' : '-1');
  shape.setAttribute('aria-label', text);
}

/** One listener of each kind for all shapes: there may be thousands. */
function listen(group: Element, shapes: Element[], pick: (at: number) => void): void {
  const shapeOf = (event: Event) => shapes.findIndex((shape) => shape.contains(event.target as Node | null));
  group.addEventListener('click', (event) => pick(shapeOf(event)));
  // Else Plot pins its hint where the mark is picked.
  group.addEventListener('pointerdown', (event) => event.stopPropagation());
  group.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const at = shapeOf(event);
    const target = shapes[stepFrom(at, key, shapes.length)];
    if (key === 'Enter' || key === ' ') pick(at);
    else if (target) moveFocus(shapes, target);
    else return;
    event.preventDefault();
  });
}

function stepFrom(at: number, key: string, length: number): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(length - 1, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : -1;
}

function moveFocus(shapes: Element[], target: Element): void {
  for (const shape of shapes) shape.setAttribute('tabindex', shape === target ? '0' : '-1');
  // The shapes are SVG elements, which take the focus as HTML ones do.
  (target as SVGElement).focus();
}
