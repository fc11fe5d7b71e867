import { expect, test, vi } from 'vitest';
import { bandBars, toTwin } from '../../src/charts/band-bars';
import { bands } from './rows';
import { document, expectDrawing } from './snapshot';

test('four bands show count and share', () => {
  expectDrawing('band-bars', bandBars(bands(412, 2044, 812, 300), { width: 640, document }));
});

test('groups without a score get a grey bar of their own', () => {
  const rows = [...bands(120, 480, 260, 75), { measure: 'completeness', band_no: null, band: null, groups: 33 }];
  expectDrawing('band-bars-unscored', bandBars(rows, { width: 640, document }));
});

test('huge numbers in a narrow cell do not collide', () => {
  expectDrawing('band-bars-huge', bandBars(bands(18_234_567, 3, 0, 91_002_113), { width: 340, document }));
});

test('bands without a row are there, empty', () => {
  expectDrawing('band-bars-one', bandBars(bands(7), { width: 640, document }));
});

test('without groups it says so', () => {
  expect(bandBars([], { width: 640, document }).textContent).toBe('No buying groups to show.');
  expect(bandBars(bands(0, 0, 0, 0), { width: 640, document }).tagName).toBe('P');
});

test('rows of one band are added, and the twin has the share in percent', () => {
  expect(toTwin([...bands(10, 30), ...bands(0, 40, 20)]).rows).toEqual([
    ['completeness', '0–25', 10, 10],
    ['completeness', '26–50', 70, 70],
    ['completeness', '51–75', 20, 20],
    ['completeness', '76–100', 0, 0],
  ]);
});

test('a band is picked by click and by Enter, and arrow keys move along the bands', () => {
  const onPick = vi.fn();
  const chart = bandBars(bands(1, 2, 3, 4), { width: 640, document, onPick });
  const marks = [...chart.querySelectorAll('[role=button]')];
  expect(chart.getAttribute('role')).toBe('group');
  expect(marks.map((mark) => mark.getAttribute('tabindex'))).toEqual(['0', '-1', '-1', '-1']);
  marks[1]?.dispatchEvent(new (document.defaultView as unknown as typeof globalThis).Event('click', { bubbles: true }));
  expect(onPick.mock.lastCall?.[0]).toMatchObject({ band: '26–50', groups: 2 });
  press(marks[2], 'Enter');
  expect(onPick.mock.lastCall?.[0]).toMatchObject({ band: '51–75', groups: 3 });
  press(marks[0], 'ArrowRight');
  expect(marks.map((mark) => mark.getAttribute('tabindex'))).toEqual(['-1', '0', '-1', '-1']);
});

function press(mark: Element | undefined, key: string): void {
  const { KeyboardEvent } = document.defaultView as unknown as typeof globalThis;
  mark?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}
