import { expect, test } from 'vitest';
import { addWeighting, changesBetween, defaultPlaybook, listedWeightings, parsePlaybook, playbookFaults, removeWeighting, renameWeighting, seatsWith, weighWeighting, type Playbook } from '../../src/playbook';

const faultsOf = (playbook: Playbook): string[] => playbookFaults(playbook).map(({ path, reason }) => `${path}: ${reason}`);
const unused = Object.keys(defaultPlaybook.weightings).find((name) => seatsWith(defaultPlaybook, name).length === 0);
const used = defaultPlaybook.templates[0]?.seats[0]?.weighting ?? '';

test('a weighting more has a name and a value of its own, and fits its check', () => {
  const more = addWeighting(addWeighting(defaultPlaybook));
  expect(listedWeightings(more).slice(5)).toEqual([{ name: 'New weighting', value: 50 }, { name: 'New weighting 2', value: 51 }]);
  expect(parsePlaybook(more)).toEqual(more);
});

test('another name stays in its place and is followed by every seat', () => {
  const renamed = renameWeighting(defaultPlaybook, used, 'Weighty');
  expect(listedWeightings(renamed).map(({ value }) => value)).toEqual(listedWeightings(defaultPlaybook).map(({ value }) => value));
  expect(seatsWith(renamed, 'Weighty')).toEqual(seatsWith(defaultPlaybook, used));
  expect(seatsWith(renamed, used)).toEqual([]);
  expect(parsePlaybook(renamed)).toEqual(renamed);
  expect(renameWeighting(defaultPlaybook, used, unused ?? used)).toBe(defaultPlaybook);
});

test('one that seats have says which and stays; one that none has goes', () => {
  expect(seatsWith(defaultPlaybook, used)).toContain('Decision Maker of Growth Suite team');
  expect(removeWeighting(defaultPlaybook, used)).toBe(defaultPlaybook);
  expect(listedWeightings(removeWeighting(addWeighting(defaultPlaybook), 'New weighting'))).toEqual(listedWeightings(defaultPlaybook));
  expect(changesBetween(defaultPlaybook, removeWeighting(addWeighting(defaultPlaybook), 'New weighting'))).toEqual([]);
});

test('names that differ only in case are refused at the later one', () => {
  expect(faultsOf({ ...defaultPlaybook, weightings: { ...defaultPlaybook.weightings, vital: 70 } })).toEqual(['weightings.vital: “vital” is there already']);
});

test('weightings that sum to zero are named at the live template whose seats they are', () => {
  const weightless: Playbook = { ...defaultPlaybook, weightings: Object.fromEntries(Object.keys(defaultPlaybook.weightings).map((name) => [name, 0])) };
  expect(faultsOf(weightless)).toEqual([0, 1].map((at) => `templates[${at}].seats: the weightings sum to zero, so that no group would be engaged: let one seat count`));
  expect(faultsOf({ ...weightless, templates: weightless.templates.map((template) => ({ ...template, isLive: false })) })).toEqual([]);
  expect(faultsOf(weighWeighting(weightless, used, 1))).toEqual([]);
});

test('a playbook whose weightings have one value, from before that was refused, still opens', () => {
  expect(faultsOf(weighWeighting(defaultPlaybook, 'Vital', 80))).toEqual([]);
});
