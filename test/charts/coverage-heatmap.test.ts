import { expect, test } from 'vitest';
import { coverageHeatmap, toTwin } from '../../src/charts/coverage-heatmap';
import { shadeOf } from '../../src/charts/coverage-heatmap/shade';
import { coverage, roles } from './rows';
import { document, expectDrawing } from './snapshot';

const usual = coverage({
  'Growth Suite': [310, 58, 122, 684, 1290, null],
  'Data Platform': [204, 58, 0, 391, 846, null],
  'Security Cloud': [12, null, 3, 0, 27, 5],
});

test('people by interest and role, with gaps in red and roles outside the template hatched', () => {
  expectDrawing('coverage-heatmap', coverageHeatmap(usual, { width: 720, document }));
});

test('long names are cut and huge numbers shortened in a narrow cell', () => {
  const rows = coverage(
    { 'Customer Experience Orchestration and Personalisation Suite for Enterprises': [1_234_567, 8, 0], Data: [99_999_999, null, 41] },
    ['Executive Steering Committee', 'Wirtschaftlichkeitsprüfungsbeauftragte', 'Decision Maker'],
  );
  expectDrawing('coverage-heatmap-long', coverageHeatmap(rows, { width: 380, document }));
});

test('twenty roles still fit', () => {
  const names = Array.from({ length: 20 }, (_, at) => `${roles[at % roles.length]} ${at + 1}`);
  const rows = coverage({ 'Growth Suite': names.map((_, at) => at * at * 3), 'Data Platform': names.map((_, at) => (at % 4 ? at : null)) }, names);
  expectDrawing('coverage-heatmap-wide', coverageHeatmap(rows, { width: 720, document }));
});

test('one cell', () => {
  expectDrawing('coverage-heatmap-one', coverageHeatmap(coverage({ Only: [1] }), { width: 640, document }));
});

test('without a template it says so', () => {
  expect(coverageHeatmap([], { width: 640, document }).textContent).toBe('No role templates to show people for.');
  expect(coverageHeatmap(coverage({ A: [null] }), { width: 640, document }).tagName).toBe('P');
});

test('shades go by the square root of a count', () => {
  expect([1, 24, 72, 100].map((people) => shadeOf(people, 100))).toEqual([0, 3, 5, 6]);
  expect(shadeOf(1, 1)).toBe(6);
});

test('the twin tells a role nobody fills from one that is not in the template', () => {
  expect(toTwin(coverage({ A: [0, null] })).rows).toEqual([
    ['A', 'Decision Maker', 'yes', 0, 420, 0],
    ['A', 'Executive Steering Committee', 'no', null, null, null],
  ]);
});
