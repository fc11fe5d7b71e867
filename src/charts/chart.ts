import * as Plot from '@observablehq/plot';
import './chart.css';
import { colour, size } from './theme';

/** How large, in which document, and what to do with a picked mark. Widths and heights are pixels. */
export interface ChartOptions<Picked = never> {
  width: number;
  height?: number;
  document?: Document;
  onPick?: (picked: Picked) => void;
}

/**
 * Draws with Plot in our type and colours. `says` is the chart in one sentence, for those who cannot see it. A chart
 * with marks to pick is a group, since an image may hold nothing that takes the focus.
 */
export function draw(options: ChartOptions<never>, says: string, plot: Plot.PlotOptions): SVGSVGElement {
  const drawn = Plot.plot({
    ...plot,
    width: options.width,
    document: options.document,
    className: 'chart',
    figure: false,
  });
  // With `figure: false` and no legend Plot gives the SVG itself; its type says either.
  const svg = drawn as unknown as SVGSVGElement;
  // Plot's own style element would need `style-src 'unsafe-inline'`; the rules are in chart.css.
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', options.onPick ? 'group' : 'img');
  svg.setAttribute('aria-label', says);
  svg.setAttribute('fill', colour.ink);
  svg.setAttribute('font-family', 'var(--font)');
  svg.setAttribute('font-size', String(size.small));
  // Plot names its groups of shapes ("bar", "tip"), which says nothing to a reader; a mark to pick has a role besides.
  for (const part of svg.querySelectorAll('[aria-label]:not([role])')) part.removeAttribute('aria-label');
  return svg;
}

/** What stands in a chart's place when there are no rows. */
export function nothing(options: ChartOptions<never>, says: string): HTMLElement {
  const element = (options.document ?? document).createElement('p');
  element.className = 'chart-nothing';
  element.textContent = says;
  return element;
}

/** A hint that follows the pointer: one line of text per line, in the page's own colours. */
export function hint<R>(rows: R[], options: Plot.TipOptions & { title: (row: R) => string }): Plot.Tip {
  return Plot.tip(rows, {
    fill: 'var(--surface-overlay)',
    stroke: colour.lineStrong,
    fontSize: size.small,
    lineHeight: 1.25,
    lineWidth: 24,
    ariaHidden: 'true',
    pathFilter: 'drop-shadow(0 2px 6px var(--shadow-colour))',
    ...options,
    // Plot calls an accessor with each datum, which is a row of ours.
    title: options.title as (datum: unknown) => string,
  });
}
