import { expect, test } from 'vitest';
import { formatAge, formatBytes, formatCount, formatDay, formatDuration, formatMoney, formatShort, formatTime, formatValue, inWords, plural } from '../../src/ui/format';
import { columnWidths, GridWindow } from '../../src/ui/grid.svelte';
import { toTabbed, type Result } from '../../src/ui/result';

const noon = new Date('2026-09-30T12:05:00Z');

test('numbers part their thousands and large ones are told in few characters', () => {
  expect([formatCount(30412), formatShort(9999), formatShort(1_234_567)]).toEqual(['30,412', '9,999', '1.2M']);
});

test('money is told in its currency, and after the number when there is no such currency', () => {
  expect([formatMoney(21_000, 'USD'), formatMoney(1_700_000, 'EUR'), formatMoney(500, null), formatMoney(500, 'not a code')]).toEqual(['$21K', '€1.7M', '500', '500 not a code']);
});

test('days and times are UTC', () => {
  expect([formatDay(noon), formatTime(noon), formatValue(noon, 'date')]).toEqual(['30 Sep 2026', '2026-09-30 12:05', '2026-09-30']);
});

test('an age counts calendar days in UTC', () => {
  const ago = (text: string) => formatAge(new Date(text), noon);
  expect([ago('2026-09-30T23:00:00Z'), ago('2026-09-29T23:59:00Z'), ago('2026-08-31T00:00:00Z')]).toEqual(['same day', '1 day ago', '30 days ago']);
});

test('sizes, durations, counts and lists read as a person would say them', () => {
  expect([0, 512, 5600, 73_400_320].map(formatBytes)).toEqual(['0 B', '512 B', '5.5 kB', '70 MB']);
  expect([84, 1300, 125_000].map(formatDuration)).toEqual(['84 ms', '1.3 s', '2 min 5 s']);
  expect([plural(1, 'group'), plural(1204, 'person', 'people')]).toEqual(['1 group', '1,204 people']);
  expect([inWords([]), inWords(['a']), inWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});

test('null is empty, lists are joined, numbers keep two decimals', () => {
  expect([formatValue(null, 'text'), formatValue(['a', 'b'], 'list'), formatValue(2 / 3, 'number'), formatValue(true, 'boolean')]).toEqual(['', 'a, b', '0.67', 'yes']);
});

const result: Result = { columns: [{ name: 'name', kind: 'text' }, { name: 'n', kind: 'number' }], rows: [{ name: 'a\tb\nc', n: 1 }, { name: null, n: 2 }], isCut: false };

test('rows are copied as a spreadsheet takes them, one line each', () => {
  expect(toTabbed(result, formatValue)).toBe('name\tn\na b c\t1\n\t2');
});

test('a column is as wide as what is in it, within bounds', () => {
  const long: Result = { ...result, rows: [{ name: 'x'.repeat(500), n: 1 }] };
  expect(columnWidths(long)).toEqual([56, 6]);
});

test('of ten thousand rows only those in sight are drawn', () => {
  const view = new GridWindow(() => 10_000);
  view.scrolled(150_000, 300);
  expect(view.first).toBe(4988);
  expect(view.end).toBe(5022);
  expect(view.before + (view.end - view.first) * 30 + view.after).toBe(300_000);
});

test('a table that became shorter while scrolled shows its end', () => {
  let count = 10_000;
  const view = new GridWindow(() => count);
  view.scrolled(290_000, 300);
  count = 5;
  expect([view.first, view.end, view.after]).toEqual([5, 5, 0]);
});
