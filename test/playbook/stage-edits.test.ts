import { describe, expect, test } from 'vitest';
import { changesBetween, defaultPlaybook, parsePlaybook, playbookFaults, type Playbook, type Stage } from '../../src/playbook';
import * as edits from '../../src/playbook/stage-edits';

const stagesOf = ({ stageModel }: Playbook): Stage[] => stageModel.stages;
const namesOf = (playbook: Playbook): string[] => stagesOf(playbook).map(({ name }) => name);
const nextOf = (playbook: Playbook, name: string): string[] => stagesOf(playbook).find((stage) => stage.name === name)?.next ?? [];
const faultsOf = (playbook: Playbook): string[] => playbookFaults(playbook).map(({ reason }) => reason);

describe('edits of the stages leave a playbook that can be used', () => {
  const all: Record<string, (playbook: Playbook) => Playbook> = {
    'a stage less': (playbook) => edits.removeStage(playbook, 1),
    'a stage by another name': (playbook) => edits.renameStage(playbook, 5, 'Customer'),
    'stages in another order': (playbook) => edits.moveStage(playbook, 2, 3),
    'fewer moves': (playbook) => edits.setNext(playbook, 0, ['Active']),
    'a move more from another stage': (playbook) => edits.setPrevious(playbook, 0, ['Active']),
    'a second entry': (playbook) => edits.changeStage(playbook, 1, { kind: 'entry' }),
    'only a recorded move leads there': (playbook) => edits.changeStage(playbook, 4, { condition: null }),
    'another description': (playbook) => edits.changeStage(playbook, 4, { description: 'A deal is open' }),
    'no description': (playbook) => edits.changeStage(playbook, 4, { description: undefined }),
  };
  test.each(Object.entries(all))('%s', (_, edit) => {
    const edited = edit(defaultPlaybook);
    expect(parsePlaybook(edited)).toEqual(edited);
    expect(changesBetween(defaultPlaybook, edited).length).toBeGreaterThan(0);
  });
});

test('a new stage comes before the ends, says what it lacks, and is whole once it has a way in and out', () => {
  const added = edits.addStage(defaultPlaybook);
  expect(namesOf(added)).toEqual(['Target', 'Active', 'Engaged', 'Complete enough', 'Pipeline', 'New stage', 'Won']);
  expect(faultsOf(added)).toEqual(['“New stage” leads nowhere: choose what it moves to', 'no way leads from an entry to “New stage”']);
  expect(faultsOf(edits.setPrevious(edits.setNext(added, 5, ['Won']), 5, ['Pipeline']))).toEqual([]);
  expect(namesOf(edits.addStage(added)).slice(5, 7)).toEqual(['New stage', 'New stage 2']);
});

test('the first stage of a model is added at its beginning', () => {
  const empty = { ...defaultPlaybook, stageModel: { name: 'Mine', stages: [] } };
  expect(namesOf(edits.addStage(empty))).toEqual(['New stage']);
});

test('moves follow a stage to its new name, and go with it when it is removed', () => {
  const renamed = edits.renameStage(defaultPlaybook, 2, 'Warm');
  expect(nextOf(renamed, 'Target')).toEqual(['Active', 'Warm', 'Complete enough', 'Pipeline', 'Won']);
  expect(nextOf(edits.removeStage(defaultPlaybook, 2), 'Target')).toEqual(['Active', 'Complete enough', 'Pipeline', 'Won']);
});

test('a name that is taken is a fault, and the former name brings everything back', () => {
  const twice = edits.renameStage(defaultPlaybook, 2, 'active');
  expect(faultsOf(twice)).toContain('“active” is there already');
  expect(edits.renameStage(twice, 2, 'Engaged')).toEqual(defaultPlaybook);
});

test('of two stages of one name, the one that goes leaves the moves to the other', () => {
  const twice = edits.renameStage(defaultPlaybook, 2, 'Active');
  expect(nextOf(edits.removeStage(twice, 2), 'Target')).toContain('Active');
});

test('moves stand in the order of the stages, whatever the order in which they were chosen, and never lead to oneself', () => {
  expect(nextOf(edits.setNext(defaultPlaybook, 1, ['Won', 'Nowhere', 'Active', 'Target']), 'Active')).toEqual(['Target', 'Won']);
});

test('from where a stage is reached is said by those stages', () => {
  const only = edits.setPrevious(defaultPlaybook, 5, ['Pipeline', 'Won']);
  expect(edits.previousOf(stagesOf(only), 'Won')).toEqual(['Pipeline']);
  expect(nextOf(only, 'Target')).toEqual(['Active', 'Engaged', 'Complete enough', 'Pipeline']);
  expect(nextOf(only, 'Won')).toEqual([]);
});
