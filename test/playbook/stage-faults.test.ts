import { expect, test } from 'vitest';
import { defaultPlaybook, parsePlaybook, playbookFaults, type Stage } from '../../src/playbook';

const stage = (name: string, kind: Stage['kind'], ...next: string[]): Stage => ({ name, kind, next, condition: null });
const faultsOf = (...stages: Stage[]): string[] => playbookFaults({ ...defaultPlaybook, stageModel: { name: 'Mine', stages } }).map(({ path, reason }) => `${path}: ${reason}`);
const won = stage('Won', 'success');

test('a playbook from before there were stages has the ladder from target to won', () => {
  const old: Record<string, unknown> = { ...defaultPlaybook };
  delete old.stageModel;
  expect(parsePlaybook(old)).toEqual(defaultPlaybook);
});

test('a failure may lead back, and stages may be left out', () => {
  expect(faultsOf(stage('In', 'entry', 'Won', 'Lost'), won, stage('Lost', 'failure', 'In'))).toEqual([]);
});

test.each<[what: string, stages: Stage[], fault: string]>([
  ['no stages', [], 'stageModel.stages: there are no stages'],
  ['no entry', [stage('In', 'step', 'Won'), won], 'stageModel.stages: no stage is an entry'],
  ['no success', [stage('In', 'entry', 'Lost'), stage('Lost', 'failure')], 'stageModel.stages: no stage is the success'],
  ['two successes', [stage('In', 'entry', 'Won', 'Sold'), won, stage('Sold', 'success')], 'stageModel.stages[2].kind: is a second success'],
  ['two stages of one name', [stage('In', 'entry', 'Won'), won, stage('won ', 'failure')], 'stageModel.stages[2].name: “won” is there already'],
  ['a move to nothing', [stage('In', 'entry', 'Won', 'Out'), won], 'stageModel.stages[0].next[1]: there is no stage “Out”'],
  ['a stage without a way out', [stage('In', 'entry', 'Won', 'Mid'), stage('Mid', 'step'), won], 'stageModel.stages[1].next: “Mid” leads nowhere'],
  ['a stage that no entry reaches', [stage('In', 'entry', 'Won'), stage('Mid', 'step', 'Won'), won], 'stageModel.stages[1]: no way leads from an entry to “Mid”'],
  ['a dead end', [stage('In', 'entry', 'Won', 'Mid'), stage('Mid', 'step', 'Lost'), won, stage('Lost', 'failure')], 'stageModel.stages[1].next: no way leads from “Mid” to the success'],
])('a model with %s is refused at its place', (_, stages, fault) => {
  expect(faultsOf(...stages).join('\n')).toContain(fault);
});
