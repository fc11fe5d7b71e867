/** The colours charts draw with: names from `ui/tokens.css`, so a change of theme needs no redraw. */
export const colour = {
  strong: 'var(--ink-strong)',
  ink: 'var(--ink)',
  muted: 'var(--ink-muted)',
  faint: 'var(--ink-faint)',
  line: 'var(--line)',
  lineStrong: 'var(--line-strong)',
  lineControl: 'var(--line-control)',
  accent: 'var(--accent)',
  accentInk: 'var(--accent-ink)',
  accentSoft: 'var(--accent-soft)',
  raised: 'var(--surface-raised)',
  sunken: 'var(--surface-sunken)',
  negative: 'var(--negative)',
  negativeSoft: 'var(--negative-soft)',
  rest: 'var(--category-rest)',
  none: 'transparent',
} as const;

/** Eight category colours, in order; a ninth category is the rest. */
export const categories = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `var(--category-${at})`);

/** Seven steps from little to much. */
export const ramp = [1, 2, 3, 4, 5, 6, 7].map((step) => `var(--ramp-${step})`);

/** The ink that is legible on a step of the ramp (0 to 6). */
export function inkOnRamp(step: number): string {
  return step < 4 ? 'var(--ramp-ink-low)' : 'var(--ramp-ink-high)';
}

/** Letter sizes in pixels. */
export const size = { tiny: 11, small: 12, normal: 13 } as const;
