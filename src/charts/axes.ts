import * as Plot from '@observablehq/plot';
import { colour, size } from './theme';

const quiet = { label: null, tickSize: 0, color: colour.muted, fontSize: size.tiny } as const;

/** Labels under the chart, no ticks and no line. */
export function axisBelow(options: Plot.AxisXOptions = {}): Plot.CompoundMark {
  return Plot.axisX({ ...quiet, tickPadding: 8, ...options });
}

/** Labels left of the chart, no ticks and no line. */
export function axisLeft(options: Plot.AxisYOptions = {}): Plot.CompoundMark {
  return Plot.axisY({ ...quiet, tickPadding: 8, ...options });
}

/** Thin lines across, behind the marks. */
export function linesAcross(options: Plot.GridYOptions = {}): Plot.RuleY {
  return Plot.gridY({ stroke: colour.line, strokeOpacity: 1, ...options });
}

/** Thin lines down, behind the marks. */
export function linesDown(options: Plot.GridXOptions = {}): Plot.RuleX {
  return Plot.gridX({ stroke: colour.line, strokeOpacity: 1, ...options });
}

/** What the x axis measures, at its right end below the labels. */
export function nameBelow(text: string): Plot.Text {
  return Plot.text([text], { frameAnchor: 'bottom-right', dy: 38, textAnchor: 'end', fill: colour.faint, fontSize: size.tiny });
}

/** What the y axis measures, above its labels at the left edge. */
export function nameAbove(text: string, marginLeft: number): Plot.Text {
  return Plot.text([text], { frameAnchor: 'top-left', dx: -marginLeft, dy: -22, textAnchor: 'start', fill: colour.faint, fontSize: size.tiny });
}
