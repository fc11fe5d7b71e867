import type * as Plot from '@observablehq/plot';
import { formatShort } from '../format';
import { hatchPath } from '../hatching';
import { svgElement } from '../svg';
import { textWidth } from '../text-fit';
import { colour, ramp, size } from '../theme';
import { shadeOf } from './shade';

interface Key {
  x: number;
  y: number;
  text: string;
  fill: string;
  stroke?: string;
  isHatched?: boolean;
}

const lineHeight = 18;
const box = 14;

/** The key to the heat map, below it, on as many lines as it takes: few to many people, nobody, not in the template. */
export function legend(most: number, width: number): { height: number; mark: Plot.RenderFunction } {
  const shades = ramp.slice(shadeOf(1, most));
  const span = most === 1 ? '1 person' : `1 to ${formatShort(most)} people`;
  const keys = laidOut([
    ...shades.map((fill, at) => ({ text: at === shades.length - 1 ? span : '', fill })),
    { text: 'nobody', fill: colour.negativeSoft, stroke: colour.negative },
    { text: 'not in the template', fill: colour.none, stroke: colour.lineStrong, isHatched: true },
  ], width);
  const height = lineHeight + (keys.at(-1)?.y ?? 0);
  return {
    height,
    mark: (_index, _scales, _values, { height: bottom, marginLeft }, { document }) => {
      const group = svgElement(document, 'g', { transform: `translate(${marginLeft + 2},${bottom - height})` });
      for (const key of keys) group.append(...shapesOf(key, document));
      return group;
    },
  };
}

function laidOut(keys: Omit<Key, 'x' | 'y'>[], width: number): Key[] {
  let [x, y] = [0, 0];
  return keys.map((key) => {
    const room = key.text ? box + 6 + textWidth(key.text, size.tiny) : box;
    if (x > 0 && x + room > width) [x, y] = [0, y + lineHeight];
    const placed = { ...key, x, y };
    x += key.text ? room + 16 : room;
    return placed;
  });
}

function shapesOf({ x, y, text, fill, stroke = 'none', isHatched }: Key, document: Document): SVGElement[] {
  const shapes = [svgElement(document, 'rect', { x, y, width: box, height: 12, fill, stroke })];
  if (isHatched) shapes.push(svgElement(document, 'path', { d: hatchPath(x, y, box, 12, 5), stroke: colour.lineStrong }));
  if (text) {
    const label = svgElement(document, 'text', { x: x + box + 6, y: y + 10, fill: colour.muted, 'text-anchor': 'start', 'font-size': size.tiny });
    label.textContent = text;
    shapes.push(label);
  }
  return shapes;
}
