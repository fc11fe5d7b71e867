import type { Fault, StageKind } from '../../playbook';
import { faultAt } from './faults';

/** How many groups stand at a stage, and how many of these were brought there by a recorded move. */
export interface StageCount {
  stage: string;
  groups: number;
  recorded: number;
}

/** The groups of each stage that holds any. */
export const stageCountsSql = `select stages.stage, count(*)::integer as groups, count(*) filter (where states.is_recorded)::integer as recorded
from score.group_state as states
join config.group_stage as stages using (stage_no)
group by stages.stage`;

/** What a stage can be, in plain words. */
export const kindChoices: { value: StageKind; label: string; hint: string }[] = [
  { value: 'entry', label: 'Entry', hint: 'groups begin here' },
  { value: 'step', label: 'Step', hint: 'on the way' },
  { value: 'success', label: 'Success', hint: 'the one good end' },
  { value: 'failure', label: 'Failure', hint: 'groups leave the funnel here, and may come back' },
];

/** Chosen stages in few words: “every later stage” says more than five names; `nothing` where none is chosen. */
export function chosenWords(chosen: readonly string[], all: readonly string[], at: number, nothing: string): string {
  const isExactly = (names: readonly string[]): boolean => names.length > 1 && names.length === chosen.length && names.every((name) => chosen.includes(name));
  if (chosen.length === 0) return nothing;
  if (isExactly(all.toSpliced(at, 1))) return 'every other stage';
  if (isExactly(all.slice(at + 1))) return 'every later stage';
  if (isExactly(all.slice(0, at))) return 'every earlier stage';
  return chosen.join(', ');
}

/** What is wrong with the stage at a place of the model, its name, moves and condition included; null when nothing is. */
export const faultsWithin = (faults: readonly Fault[], at: number): string | null => faultAt(faults, `stageModel.stages[${at}]`);
