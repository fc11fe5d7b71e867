import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPlaybook, limitsElsewhere, parsePlaybook, playbookFaults, reached, type Stage, type StageModel } from '../../src/playbook';
import { Scores, type Given } from './score-tables';

let scores: Scores;
beforeAll(async () => void (scores = await Scores.open()));
afterAll(() => scores.close());

const stage = (name: string, kind: Stage['kind'], ...next: string[]): Stage => ({ name, kind, next, condition: null });
/** The model of the screenshot in AJO's documentation (domain.md §1.6). */
const shown: Stage[] = [
  stage('Awareness', 'entry', 'Interest', 'Consideration'),
  stage('Interest', 'entry', 'Consideration', 'Rejection'),
  stage('Consideration', 'step', 'Intent', 'Purchase', 'Rejection'),
  stage('Intent', 'step', 'Purchase', 'Rejection'),
  stage('Purchase', 'success'),
  stage('Rejection', 'failure'),
];
const faultsOf = (stages: unknown): string[] => playbookFaults({ ...defaultPlaybook, stageModel: { name: 'Shown', stages } }).map(({ path, reason }) => `${path}: ${reason}`);
/** The stages with something else said of one. */
const withStage = (name: string, change: object): unknown[] => shown.map((each) => (each.name === name ? { ...each, ...change } : each));

describe('§1.6: a stage model', () => {
  test('§1.6: the one of AJO’s screenshot, with two entries and ways that skip stages, can be used as it is', () => {
    expect(faultsOf(shown)).toEqual([]);
  });

  test('§1.6: there is one', () => {
    const model: StageModel = { name: 'Shown', stages: shown };
    expect(() => parsePlaybook({ ...defaultPlaybook, stageModel: [model, model] })).toThrow(/stageModel/);
    expect(limitsElsewhere.find(({ label }) => label === 'Stage models')?.limit).toBe(1);
  });

  test('§1.6: a stage needs a name, and a description if one likes', () => {
    expect(faultsOf(withStage('Intent', { name: ' ' }))[0]).toMatch(/stages\[3\].name: needs a name/);
    expect(faultsOf(withStage('Intent', { description: 'A quote was asked for' }))).toEqual([]);
  });

  test('§1.6: one entry or more', () => {
    expect(faultsOf([stage('Awareness', 'entry', 'Purchase'), stage('Purchase', 'success')])).toEqual([]);
    expect(faultsOf([stage('Awareness', 'step', 'Purchase'), stage('Purchase', 'success')])).toEqual(['stageModel.stages: no stage is an entry: a group could not begin']);
  });

  test('§1.6: exactly one success', () => {
    expect(faultsOf(withStage('Purchase', { kind: 'failure' }))).toEqual(['stageModel.stages: no stage is the success: exactly one is needed']);
    expect(faultsOf(withStage('Rejection', { kind: 'success' })).join()).toContain('stageModel.stages[5].kind: is a second success');
  });

  test('§1.6: no failure, one or several', () => {
    const none = shown.filter(({ kind }) => kind !== 'failure').map((each) => ({ ...each, next: each.next.filter((name) => name !== 'Rejection') }));
    expect(faultsOf(none)).toEqual([]);
    expect(faultsOf([...withStage('Intent', { next: ['Purchase', 'Rejection', 'No response'] }), stage('No response', 'failure')])).toEqual([]);
  });

  test('§1.6: every stage but a destination moves to another, and a failure may: “No response” to “Resurgence”', () => {
    expect(faultsOf(withStage('Intent', { next: [] })).join()).toContain('stageModel.stages[3].next: “Intent” leads nowhere');
    const resurgent = [...withStage('Intent', { next: ['Purchase', 'No response'] }), stage('No response', 'failure', 'Resurgence'), stage('Resurgence', 'step', 'Consideration')];
    expect(faultsOf(resurgent)).toEqual([]);
  });

  test('§1.6: each stage is reached from an entry, and reaches the success unless it is a failure', () => {
    expect(faultsOf([...shown, stage('Lonely', 'step', 'Purchase')]).join()).toContain('no way leads from an entry to “Lonely”');
    expect(faultsOf(withStage('Intent', { next: ['Rejection'] })).join()).toContain('no way leads from “Intent” to the success');
    expect([...reached(shown, ['Awareness'])].sort()).toEqual(['Awareness', 'Consideration', 'Intent', 'Interest', 'Purchase', 'Rejection']);
  });

  test('§1.6: a stage can be renamed and removed at any time, unlike in AJO', () => {
    const without = shown.filter(({ name }) => name !== 'Intent').map((each) => ({ ...each, next: each.next.filter((name) => name !== 'Intent') }));
    expect(faultsOf(without)).toEqual([]);
  });
});

describe('§1.6: a recorded move', () => {
  type Move = [from: string | null, to: string];
  /** Moves of one group, a day after the other, the first on 1 June. */
  const moves = (...list: Move[]): Given => ({
    'canon.clock': [{ as_of: '2026-06-30 23:59:59', as_of_date: '2026-06-30' }],
    'canon.account': [{ account_no: 1, account_name: 'Acme' }],
    'role.buying_group': [{ group_no: 1, account_no: 1, interest_no: 1, template_no: 1 }],
    'canon.stage_change_record': list.map(([from_stage, to_stage], at) => ({
      file_no: 1, source_row: at + 2, account_no: 1, solution_interest: 'Growth Suite', from_stage, to_stage, changed_at: `2026-06-0${at + 1} 10:00:00`, fate: 'kept',
    })),
  });
  async function standing(stages: Stage[], ...list: Move[]): Promise<{ stage: unknown; rejected: string[] }> {
    await scores.run(moves(...list), { stageModel: { name: 'Shown', stages } });
    const [row] = await scores.rows('select stages.stage from score.recorded_stage as recorded join config.group_stage as stages using (stage_no)');
    const rejected = await scores.rows('select reason from score.rejected_move order by source_row');
    return { stage: row?.stage ?? null, rejected: rejected.map(({ reason }) => String(reason)) };
  }

  test('§1.6: is applied where the model leads, also past stages', async () => {
    expect(await standing(shown, [null, 'Awareness'], ['Awareness', 'Consideration'], ['Consideration', 'Purchase'])).toEqual({ stage: 'Purchase', rejected: [] });
  });

  test('§1.6: is not applied where it does not, and is listed with its reason', async () => {
    expect(await standing(shown, [null, 'Awareness'], ['Awareness', 'Purchase'], ['Awareness', 'Interest'])).toEqual({ stage: 'Interest', rejected: ['“Awareness” does not move to “Purchase”'] });
  });

  test('§1.6: begins at an entry', async () => {
    expect(await standing(shown, [null, 'Intent'], [null, 'Interest'])).toEqual({ stage: 'Interest', rejected: ['“Intent” is no entry stage, and the group has not entered'] });
  });

  test('§1.6: ends at a destination, unless a failure leads on', async () => {
    expect(await standing(shown, [null, 'Interest'], ['Interest', 'Rejection'], ['Rejection', 'Consideration'])).toEqual({ stage: 'Rejection', rejected: ['“Rejection” does not move to “Consideration”'] });
    const resurgent = shown.map((each) => (each.name === 'Rejection' ? { ...each, next: ['Consideration'] } : each));
    expect(await standing(resurgent, [null, 'Interest'], ['Interest', 'Rejection'], ['Rejection', 'Consideration'])).toEqual({ stage: 'Consideration', rejected: [] });
  });

  test('§1.6: to a stage that was removed is listed, where AJO lets none be removed', async () => {
    const without = shown.filter(({ name }) => name !== 'Intent').map((each) => ({ ...each, next: each.next.filter((name) => name !== 'Intent') }));
    expect(await standing(without, [null, 'Awareness'], ['Awareness', 'Consideration'], ['Consideration', 'Intent'])).toEqual({ stage: 'Consideration', rejected: ['The model has no stage “Intent”'] });
  });
});
