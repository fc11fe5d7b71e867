import { expect, test } from 'vitest';
import { counted, formatCount, formatDays, formatPercent, formatShort, percentOf } from '../../src/charts/format';
import { hatchPath } from '../../src/charts/hatching';
import { fitText, textWidth, wrapText } from '../../src/charts/text-fit';

test('numbers are written for people', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
  expect(formatShort(1234567)).toBe('1.2M');
  expect(counted(1, 'person')).toBe('1 person');
  expect(counted(2000, 'person')).toBe('2,000 people');
  expect([0, 0.4, 1, 12.4].map(formatDays)).toEqual(['0 days', 'under 1 day', '1 day', '12 days']);
});

test('a percent never says nothing for something, nor all for nearly all', () => {
  expect([null, 0, 0.01, 3.14, 42.5, 99.7, 100].map(formatPercent)).toEqual(['–', '0%', '<0.1%', '3.1%', '43%', '>99%', '100%']);
  expect(percentOf(1, 0)).toBeNull();
});

test('a text that is too wide is cut, or wrapped with its last line cut', () => {
  expect(fitText('Decision Maker', 200, 12)).toBe('Decision Maker');
  expect(textWidth(fitText('Executive Steering Committee', 80, 12), 12)).toBeLessThanOrEqual(80);
  expect(wrapText('Executive Steering Committee', 70, 11, 3)).toEqual(['Executive', 'Steering', 'Committee']);
  expect(wrapText('One two three four', 30, 11, 2)).toHaveLength(2);
});

test('hatching stays in its box', () => {
  const ends = [...hatchPath(10, 20, 30, 15).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(ends.every(([x = 0, y = 0]) => x >= 10 && x <= 40 && y >= 20 && y <= 35)).toBe(true);
});
