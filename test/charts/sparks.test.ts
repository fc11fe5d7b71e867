import { expect, test } from 'vitest';
import { meter, ring, sayPercent, sparkline } from '../../src/charts/sparks';
import { expectDrawing } from './snapshot';

test('rings, meters and sparklines', () => {
  const parts = [
    ...[null, 0, 4, 37.5, 99, 100].map((percent) => ring(percent)),
    ...[null, 0, 2, 49, 80, 140].map((percent) => meter(percent, { threshold: 50 })),
    sparkline([3, 5, 4, null, 9, 12, 8]), sparkline([2, 2]), sparkline([1]), sparkline([]),
  ];
  const rows = parts.map((part, at) => part.replace('<svg ', `<svg x="${(at % 6) * 84}" y="${Math.floor(at / 6) * 28}" `));
  expectDrawing('sparks', `<svg class="chart" width="504" height="84">${rows.join('')}</svg>`);
});

test('a part of zero has no arc, and a whole is green', () => {
  expect(ring(0)).not.toContain('pathLength');
  expect(ring(100)).toContain('var(--positive)');
  expect(ring(99.9)).not.toContain('var(--positive)');
});

test('a picture is hidden from screen readers and said in words instead', () => {
  expect(ring(50)).toContain('aria-hidden="true"');
  expect([null, 0, 0.04, 99.6, 100].map(sayPercent)).toEqual(['no score', '0%', '<0.1%', '>99%', '100%']);
});
