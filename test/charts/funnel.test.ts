import { expect, test, vi } from 'vitest';
import { groupFunnel, personFunnel, toGroupTwin, toPersonTwin } from '../../src/charts/funnel';
import { people } from './rows';
import { document, expectDrawing } from './snapshot';

const usual = people([[18_420, 2310, 9], [6214, 905, 4], [3880, 0, 11.5], [2105, 122, 23], [860, 140, 61], [214, 0, null]]);
const groups = [['Target', 1200, 71.2], ['Active', 854, 47.1], ['Engaged', 402, 40], ['Complete enough', 161, 51.6], ['Pipeline', 83, 22.9], ['Won', 19, null]].map(
  ([stage, count, conversion], at) => ({ solution_interest: 'All', stage_no: at + 1, stage: String(stage), groups: Number(count), conversion: conversion as number | null }),
);

test('people go from step to step, the young part hatched', () => {
  expectDrawing('funnel-people', personFunnel(usual, { width: 720, document }));
});

test('groups go from step to step', () => {
  expectDrawing('funnel-groups', groupFunnel(groups, { width: 720, document }));
});

test('a steep funnel with long names in a narrow cell stays legible', () => {
  const rows = people([[41_234_567, 100, 0.4], [1204, 0, 400], [1, 0, null]], ['Lead known to marketing for at least one day', 'MQL', 'Sales accepted']);
  expectDrawing('funnel-steep', personFunnel(rows, { width: 360, document }));
});

test('one step, and a step nobody reached', () => {
  expectDrawing('funnel-one', groupFunnel(groups.slice(0, 1), { width: 640, document }));
  expectDrawing('funnel-stopped', personFunnel(people([[40, 0, 3], [4, 0, null], [0, 0, null]]), { width: 640, document }));
});

test('an empty funnel says so', () => {
  expect(personFunnel([], { width: 640, document }).textContent).toBe('No people in the funnel.');
  expect(groupFunnel(groups.map((row) => ({ ...row, groups: 0 })), { width: 640, document }).textContent).toBe('No groups in the funnel.');
});

test('the twins hold the same numbers', () => {
  expect(toPersonTwin(usual).rows[1]).toEqual(['MQL', 6214, 33.74, 62.44, 4, 905]);
  expect(toGroupTwin(groups).rows.at(-1)).toEqual(['Won', 19, 1.58, null, null, 0]);
});

test('the picked step is the row it came from', () => {
  const onPick = vi.fn();
  const chart = groupFunnel(groups, { width: 640, document, onPick });
  const { Event } = document.defaultView as unknown as typeof globalThis;
  chart.querySelectorAll('[role=button]')[2]?.dispatchEvent(new Event('click', { bubbles: true }));
  expect(onPick).toHaveBeenCalledWith(groups[2]);
});
