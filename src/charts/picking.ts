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
      const shapes = group ? Array.from(group.children) : [];
      shapes.forEach((shape, at) => {
        const row = rows[index[at] ?? -1];
        if (row !== undefined) makePickable(shape, shapes, nameOf(row), () => onPick(row));
      });
      shapes[0]?.setAttribute('tabindex', '0');
      return group;
    },
  };
}

function makePickable(shape: Element, shapes: Element[], name: string, pick: () => void): void {
  shape.classList.add('chart-pick');
  shape.setAttribute('role', 'button');
  shape.setAttribute('tabindex', '-1');
  shape.setAttribute('aria-label', name);
  shape.addEventListener('click', pick);
  // Else Plot pins its hint where the mark is picked.
  shape.addEventListener('pointerdown', (event) => event.stopPropagation());
  shape.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const target = shapes[stepFrom(shapes.indexOf(shape), key, shapes.length)];
    if (key === 'Enter' || key === ' ') pick();
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
