import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const pairs = new Map(
  [...readFileSync('src/ui/tokens.css', 'utf8').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
    .map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]),
);
const surfaces = ['surface-page', 'surface-raised', 'surface-overlay', 'surface-sunken', 'surface-hover', 'surface-selected'];
const plain = ['surface-page', 'surface-raised'];
const signals = ['positive', 'warning', 'negative'];

const legible: [string, string[], number][] = [
  ...['ink-strong', 'ink', 'ink-muted', 'ink-faint'].map((ink): [string, string[], number] => [ink, surfaces, 4.5]),
  ...signals.map((name): [string, string[], number] => [name, [...surfaces, `${name}-soft`], 4.5]),
  ['accent', plain, 4.5],
  ['accent-ink', [...surfaces, 'accent-soft'], 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['ramp-ink-low', ['ramp-1', 'ramp-2', 'ramp-3', 'ramp-4'], 4.5],
  ['ramp-ink-high', ['ramp-5', 'ramp-6', 'ramp-7'], 4.5],
  ['focus', surfaces, 3],
  ['line-control', surfaces, 3],
  ...Array.from({ length: 8 }, (_, at): [string, string[], number] => [`category-${at + 1}`, plain, 3]),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(legible)('%s stands out on %j', (ink, grounds, least) => {
    for (const ground of grounds) {
      expect(contrast(colour(ink, theme), colour(ground, theme)), ground).toBeGreaterThanOrEqual(least);
    }
  });
});

function colour(name: string, theme: 'light' | 'dark'): string {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`no such colour: ${name}`);
  return pair[theme];
}

/** WCAG 2 contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
