import { expect, test } from 'vitest';
import { plainChart, toTwin, type PlainChartOptions, type PlainRow } from '../../src/charts/plain-chart';
import { binsOf } from '../../src/charts/plain-chart/bins';
import { kindOf, toValue } from '../../src/charts/plain-chart/values';
import { dice } from './rows';
import { document, expectDrawing } from './snapshot';

const industries = ['Software', 'Financial Services', 'Manufacturing', 'Health Care', 'Retail', 'Energy', 'Public Sector', 'Media', 'Education', 'Transport'];
const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2026, at, 1)));
const roll = dice(3);
const byMonth = months.flatMap((month, at) => ['Growth Suite', 'Data Platform', 'Security Cloud'].map((interest, line) => ({ month, interest, groups: Math.round(40 + 12 * at * (line + 1) * 0.4 + roll() * 30) })));

const cases: Record<string, [PlainRow[], Partial<PlainChartOptions>]> = {
  'bar-standing': [['Lead', 'MQL', 'SAL', 'SQL'].map((stage, at) => ({ stage, people: 18_420 / (at * 2 + 1) })), { mark: 'bar', x: 'stage', y: 'people' }],
  'bar-lying': [industries.map((industry, at) => ({ industry, groups: 1234 - at * 117 })), { mark: 'bar', x: 'industry', y: 'groups' }],
  'bar-stacked': [byMonth, { mark: 'bar', x: 'month', y: 'groups', color: 'interest' }],
  'bar-many': [Array.from({ length: 90 }, (_, at) => ({ account: `Account ${at + 1} International Holdings Aktiengesellschaft`, pipeline: 9e9 / (at + 1) })), { mark: 'bar', x: 'account', y: 'pipeline' }],
  'bar-negative': [[{ k: 'Q1', v: -40 }, { k: 'Q2', v: 25 }, { k: 'Q3', v: null }, { k: null, v: 10 }], { mark: 'bar', x: 'k', y: 'v' }],
  'bar-one': [[{ k: 'Only', v: 5 }], { mark: 'bar', x: 'k', y: 'v' }],
  'line-series': [byMonth, { mark: 'line', x: 'month', y: 'groups', color: 'interest' }],
  'line-one': [byMonth.slice(0, 1), { mark: 'line', x: 'month', y: 'groups' }],
  'dot-colours': [Array.from({ length: 300 }, (_, at) => ({ employees: roll() ** 3 * 1e6, engagement: roll() * 100, industry: industries[at % 10] })), { mark: 'dot', x: 'employees', y: 'engagement', color: 'industry' }],
  'dot-words': [Array.from({ length: 80 }, (_, at) => ({ engagement: roll() * 100, industry: industries[at % 10] })), { mark: 'dot', x: 'engagement', y: 'industry' }],
  'histogram-numbers': [Array.from({ length: 2000 }, () => ({ score: (roll() + roll() + roll()) * 33 })), { mark: 'histogram', x: 'score' }],
  'histogram-times': [Array.from({ length: 500 }, (_, at) => ({ at: new Date(Date.UTC(2026, 0, 1) + roll() ** 2 * 3e10), kind: at % 3 ? 'Email' : 'Web' })), { mark: 'histogram', x: 'at', color: 'kind' }],
};

test.each(Object.entries(cases))('%s', (name, [rows, options]) => {
  const width = name === 'bar-many' ? 420 : 640;
  expectDrawing(`plain-${name}`, plainChart(rows, { width, document, x: null, mark: 'bar', ...options }));
});

test('what is missing is said in place of the chart', () => {
  const say = (rows: PlainRow[], options: Partial<PlainChartOptions>) => plainChart(rows, { width: 640, document, mark: 'bar', x: 'a', ...options }).textContent;
  expect(say([], {})).toBe('No rows to draw.');
  expect(say([{ a: 1 }], { x: null })).toBe('Choose a column for x.');
  expect(say([{ a: 1 }], { y: 'b' })).toBe('There is no column b in these rows. Choose another.');
  expect(say([{ a: 'x', b: 'y' }], { y: 'b' })).toBe('Bars need numbers; b holds none.');
  expect(say([{ a: 'x', b: 'y' }], { y: 'b', mark: 'line' })).toBe('A line needs numbers; b holds none.');
  expect(say([{ a: 1 }], { mark: 'dot' })).toBe('Choose a column for y.');
  expect(say([{ a: null, b: 1 }], { mark: 'dot', x: 'b', y: 'a' })).not.toBe('');
});

test('a column is times, numbers or words by its values, nulls aside', () => {
  expect(kindOf([null, 1, 2.5])).toBe('number');
  expect(kindOf([new Date(0), null])).toBe('time');
  expect(kindOf(['2026-01-31', '2026-02-01 10:00:00'])).toBe('time');
  expect(kindOf(['2026-01', 3])).toBe('word');
  expect(kindOf([true, false])).toBe('word');
  expect(kindOf([null])).toBe('word');
  expect(toValue('2026-01-31 10:00', 'time')).toEqual(new Date('2026-01-31T10:00Z'));
  expect(toValue(false, 'word')).toBe('no');
  expect(toValue(['a', 'b'], 'word')).toBe('a, b');
  expect(toValue(Number.NaN, 'number')).toBeNull();
});

test('the ninth colour and all after it are counted as the rest', () => {
  const rows = industries.map((name, at) => ({ name, n: 10 - at }));
  const chart = plainChart(rows, { width: 640, document, mark: 'bar', x: 'name', y: 'n', color: 'name' });
  expect(chart.textContent).toContain('3 more');
  expect(chart.textContent).toContain('Public Sector');
});

test('every number falls into one span, the largest too', () => {
  const points = [0, 1, 50, 100].map((x) => ({ x, y: 1, color: '' }));
  expect(binsOf(points, false).map((bin) => [bin.low, bin.high, bin.count])).toEqual([[0, 5, 2], [50, 55, 1], [100, 105, 1]]);
  expect(binsOf([{ x: 3, y: 1, color: '' }], false)).toEqual([{ low: 3, high: 4, color: '', count: 1 }]);
});

test('the twin holds the columns that are drawn', () => {
  expect(toTwin([{ day: new Date('2026-03-01T00:00Z'), n: 4, extra: 1 }], { mark: 'line', x: 'day', y: 'n' })).toEqual({
    columns: [{ name: 'day', label: 'day', align: 'left' }, { name: 'n', label: 'n', align: 'right' }],
    rows: [['Mar 1, 2026', 4]],
  });
});

test.each(['bar', 'line', 'dot', 'histogram'] as const)('a %s of 130,000 rows neither overflows the stack nor the page', (mark) => {
  const rows = Array.from({ length: 130_000 }, (_, at) => ({ at, value: at % 977 }));
  const chart = plainChart(rows, { width: 640, document, mark, x: 'at', y: 'value' });
  expect(chart.getAttribute('role')).toBe('img');
  expect(chart.querySelectorAll('*').length).toBeLessThan(12_000);
});
