import type * as Plot from '@observablehq/plot';
import { formatShort } from '../format';
import { hatchPath } from '../hatching';
import { svgElement } from '../svg';
import { textWidth } from '../text-fit';
import { colour, ramp, size } from '../theme';

type Key = { at: number; text: string; fill: string; stroke?: string; hatched?: boolean; width: number };

/** The key to the heat map, below it: few to many people, nobody, not in the template. */
export function legend(most: number, width: number): Plot.RenderFunction {
  const keys = laidOut([
    ...ramp.slice(0, Math.min(ramp.length, most)).map((fill, at, all) => ({ text: at === all.length - 1 ? spanTo(most) : '', fill })),
    { text: 'nobody', fill: colour.negativeSoft, stroke: colour.negative },
    { text: 'not in the template', fill: colour.sunken, hatched: true },
  ]);
  const isWide = (keys.at(-1)?.at ?? 0) + 130 > width;
  return (_index, _scales, _values, { height, marginLeft }, context) => {
    const group = svgElement(context.document, 'g', { transform: `translate(${isWide ? 0 : marginLeft + 2},${height - 20})` });
    for (const key of keys) group.append(...shapesOf(key, context.document));
    return group;
  };
}

function spanTo(most: number): string {
  return most === 1 ? '1 person' : `1 to ${formatShort(most)} people`;
}

function laidOut(keys: Omit<Key, 'at' | 'width'>[]): Key[] {
  let at = 0;
  return keys.map((key) => {
    const placed = { ...key, at, width: 14 };
    at += key.text ? 14 + 6 + textWidth(key.text, size.tiny) + 16 : 14;
    return placed;
  });
}

function shapesOf(key: Key, document: Document): SVGElement[] {
  const shapes = [svgElement(document, 'rect', { x: key.at, y: 0, width: key.width, height: 12, fill: key.fill, stroke: key.stroke ?? 'none' })];
  if (key.hatched) shapes.push(svgElement(document, 'path', { d: hatchPath(key.at, 0, key.width, 12, 5), stroke: colour.lineStrong }));
  if (key.text) {
    const label = svgElement(document, 'text', { x: key.at + key.width + 6, y: 10, fill: colour.muted, 'text-anchor': 'start', 'font-size': size.tiny });
    label.textContent = key.text;
    shapes.push(label);
  }
  return shapes;
}
