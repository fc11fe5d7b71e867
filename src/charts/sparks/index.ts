import { formatPercent } from '../format';
import { colour } from '../theme';

// Small pictures for table cells, as markup: a grid draws thousands of them. The number stands beside, so they are hidden
// from screen readers.

/** A ring filled to a percent (0–100); full ones are green, null is a dashed circle. */
export function ring(percent: number | null, size = 16): string {
  const [middle, radius] = [size / 2, size / 2 - 2];
  const circle = `cx="${middle}" cy="${middle}" r="${radius}" fill="none" stroke-width="3"`;
  if (percent === null) return svg(size, size, `<circle ${circle} stroke="${colour.lineStrong}" stroke-width="1.5" stroke-dasharray="2 2"/>`);
  const part = clamp(percent);
  const stroke = part >= 100 ? 'var(--positive)' : colour.accent;
  const arc = part > 0
    ? `<circle ${circle} stroke="${stroke}" pathLength="100" stroke-dasharray="${round(part)} 100" transform="rotate(-90 ${middle} ${middle})"/>`
    : '';
  return svg(size, size, `<circle ${circle} stroke="${colour.line}"/>${arc}`);
}

/** A bar filled to a percent (0–100), with a mark at the threshold; null is an empty track. */
export function meter(percent: number | null, { width = 56, height = 6, threshold = null as number | null } = {}): string {
  const part = clamp(percent ?? 0);
  const isEnough = threshold === null || part >= threshold;
  const track = `<rect width="${width}" height="${height}" rx="${height / 2}" fill="${colour.line}"/>`;
  const fill = part > 0
    ? `<rect width="${round(Math.max(height, (width * part) / 100))}" height="${height}" rx="${height / 2}" fill="${isEnough ? colour.accent : 'var(--ramp-4)'}"/>`
    : '';
  const mark = threshold === null ? '' : `<rect x="${round((width * clamp(threshold)) / 100 - 0.75)}" width="1.5" height="${height}" fill="${colour.muted}"/>`;
  return svg(width, height, track + fill + mark);
}

/** A line through values in order, the last one dotted; fewer than two give an empty picture, nulls leave a gap. */
export function sparkline(values: readonly (number | null)[], { width = 72, height = 20 } = {}): string {
  const present = values.filter((value) => value !== null);
  if (present.length < 2) return svg(width, height, '');
  const [least, most] = [Math.min(...present), Math.max(...present)];
  const x = (at: number) => round(2 + (at * (width - 4)) / (values.length - 1));
  const y = (value: number) => round(most === least ? height / 2 : height - 2 - ((value - least) / (most - least)) * (height - 4));
  const path = values.map((value, at) => (value === null ? '' : `${at === 0 || values[at - 1] === null ? 'M' : 'L'}${x(at)},${y(value)}`)).join('');
  const end = values.findLastIndex((value) => value !== null);
  return svg(width, height, `<path d="${path}" fill="none" stroke="${colour.accent}" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/><circle cx="${x(end)}" cy="${y(values[end] ?? 0)}" r="2" fill="${colour.accent}"/>`);
}

/** What a ring or meter shows, in words. */
export const sayPercent = (percent: number | null): string => (percent === null ? 'no score' : formatPercent(percent));

function svg(width: number, height: number, inside: string): string {
  return `<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${inside}</svg>`;
}

const clamp = (percent: number): number => Math.min(100, Math.max(0, percent));
const round = (value: number): number => Math.round(value * 100) / 100;
