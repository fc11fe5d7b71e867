import type { RenderFunction } from '@observablehq/plot';
import { svgElement } from '../svg';
import { fitText, textWidth } from '../text-fit';
import { colour, size } from '../theme';
import type { Series } from './series';

const lineHeight = 18;

/** The key to the colours, above the chart, on as many lines as it needs; `height` is 0 for a single colour. */
export function swatches(series: Series, width: number): { height: number; mark: RenderFunction | null } {
  if (series.names.length < 2) return { height: 0, mark: null };
  let [x, line] = [0, 0];
  const placed = series.names.map((name) => {
    const text = fitText(name, Math.min(180, width - 20), size.tiny);
    const room = 16 + textWidth(text, size.tiny) + 14;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    x += room;
    return { name, text, x: x - room, y: line * lineHeight };
  });
  return {
    height: (line + 1) * lineHeight + 8,
    mark: (_index, _scales, _values, _dimensions, { document }) => {
      const group = svgElement(document, 'g', { 'text-anchor': 'start', 'font-size': size.tiny, fill: colour.muted });
      for (const key of placed) {
        const label = svgElement(document, 'text', { x: key.x + 16, y: key.y + 10 });
        label.textContent = key.text;
        group.append(svgElement(document, 'rect', { x: key.x, y: key.y + 1, width: 10, height: 10, rx: 2.5, fill: series.colourOf(key.name) }), label);
      }
      return group;
    },
  };
}
