import { expect, test, vi } from 'vitest';
import { quadrant, toTwin } from '../../src/charts/quadrant';
import { plane } from './rows';
import { document, expectDrawing } from './snapshot';

const thresholds = { complete: 70, engaged: 50 };

test('a dot for each place, larger where more groups are', () => {
  expectDrawing('quadrant', quadrant(plane(320), { width: 720, document, ...thresholds }));
});

test('from 2,000 rows on, dots are bins', () => {
  expectDrawing('quadrant-dense', quadrant(plane(6000), { width: 720, document, ...thresholds }));
});

test('a narrow cell and one group counted often', () => {
  const rows = [{ completeness: 100, engagement: 0, groups: 1_200_300 }, { completeness: 0, engagement: 100, groups: 2 }];
  expectDrawing('quadrant-narrow', quadrant(rows, { width: 340, document, complete: 95, engaged: 50 }));
});

test('without scores it says so', () => {
  const chart = quadrant([{ completeness: null, engagement: 3 }], { width: 640, document, ...thresholds });
  expect(chart.textContent).toBe('No buying groups with both scores to show.');
});

test('a threshold belongs to the quadrant above it', () => {
  const rows = [[70, 50], [69.9, 50], [70, 49.9], [0, 0], [null, 80]].map(([completeness, engagement]) => ({ completeness: completeness ?? null, engagement: engagement ?? null }));
  expect(toTwin(rows, thresholds).rows.map(([name, , , groups]) => [name, groups])).toEqual([
    ['Engaged, not complete', 1], ['Complete and engaged', 1], ['Neither yet', 1], ['Complete, not engaged', 1],
  ]);
});

test('picking a dot gives its groups and bounds, picking a corner its quadrant', () => {
  const onPick = vi.fn();
  const chart = quadrant([{ completeness: 80.7, engagement: 10, group_no: 4 }], { width: 640, document, ...thresholds, onPick });
  const { Event } = document.defaultView as unknown as typeof globalThis;
  chart.querySelector('circle')?.dispatchEvent(new Event('click', { bubbles: true }));
  expect(onPick.mock.lastCall?.[0]).toMatchObject({ groups: 1, rows: [{ group_no: 4 }], completeness: [80, 80], engagement: [10, 10] });
  chart.querySelectorAll('text[role=button]')[1]?.dispatchEvent(new Event('click', { bubbles: true }));
  expect(onPick.mock.lastCall?.[0]).toMatchObject({ name: 'Complete and engaged', groups: 0, engagement: [50, 100] });
});
