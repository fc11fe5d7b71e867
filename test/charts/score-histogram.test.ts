import { expect, test } from 'vitest';
import { scoreHistogram, toTwin } from '../../src/charts/score-histogram';
import { scores } from './rows';
import { document, expectDrawing } from './snapshot';

test('scores spread in steps of five, lit from the threshold on', () => {
  expectDrawing('score-histogram', scoreHistogram(scores(3568), { width: 640, document, measure: 'completeness', threshold: 70 }));
});

test('a late threshold is labelled on its left', () => {
  expectDrawing('score-histogram-late', scoreHistogram(scores(900), { width: 400, document, measure: 'engagement', noun: 'person', threshold: 90 }));
});

test('one score and no threshold', () => {
  expectDrawing('score-histogram-one', scoreHistogram([{ score: 100, count: 1 }], { width: 640, document }));
});

test('without scores it says so', () => {
  const chart = scoreHistogram([{ score: null, count: 9 }], { width: 640, document, measure: 'completeness' });
  expect(chart.textContent).toBe('No groups with a completeness to show.');
});

test('the twin counts 100 in the last bar and sets apart those without a score', () => {
  const { rows } = toTwin([{ score: 100, count: 2 }, { score: 95, count: 1 }, { score: 94.9, count: 1 }, { score: null, count: 5 }]);
  expect(rows.slice(-3)).toEqual([['90 to under 95', 1, 25], ['95–100', 3, 75], ['No score', 5, null]]);
});
