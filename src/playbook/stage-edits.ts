import { freeName, moved, withPatch } from './edits';
import type { Playbook, Stage } from './playbook';

/** A step more, before the stages where groups end; it leads nowhere yet, and only a recorded move leads there. */
export function addStage(playbook: Playbook): Playbook {
  const { stages } = playbook.stageModel;
  const stage: Stage = { name: freeName('New stage', namesOf(stages)), kind: 'step', next: [], condition: null };
  const at = stages.findLastIndex(({ kind }) => kind === 'entry' || kind === 'step') + 1;
  return withStages(playbook, stages.toSpliced(at, 0, stage));
}

/** The stages without one; no other moves to it any more. */
export function removeStage(playbook: Playbook, at: number): Playbook {
  const { stages } = playbook.stageModel;
  const name = stages[at]?.name;
  const rest = stages.toSpliced(at, 1);
  // Of two stages of one name the other is still there to be moved to.
  if (rest.some((stage) => stage.name === name)) return withStages(playbook, rest);
  return withStages(playbook, rest.map((stage) => ({ ...stage, next: stage.next.filter((each) => each !== name) })));
}

/** Another name for a stage, and for it wherever a stage moves to it; a name that is taken takes no moves along. */
export function renameStage(playbook: Playbook, at: number, name: string): Playbook {
  const { stages } = playbook.stageModel;
  const before = stages[at]?.name;
  const renamed = withPatch(stages, at, { name });
  const isTaken = stages.some((stage, place) => place !== at && (sameName(stage.name, name) || stage.name === before));
  if (isTaken) return withStages(playbook, renamed);
  return withStages(playbook, renamed.map((stage) => ({ ...stage, next: stage.next.map((each) => (each === before ? name : each)) })));
}

export function moveStage(playbook: Playbook, from: number, to: number): Playbook {
  return withStages(playbook, moved(playbook.stageModel.stages, from, to));
}

/** Another kind, condition or description. */
export function changeStage(playbook: Playbook, at: number, patch: Partial<Pick<Stage, 'kind' | 'condition' | 'description'>>): Playbook {
  return withStages(playbook, withPatch<Stage>(playbook.stageModel.stages, at, patch));
}

/** The stages to which one may move, in the model's order; names of no other stage are left out. */
export function setNext(playbook: Playbook, at: number, names: readonly string[]): Playbook {
  const { stages } = playbook.stageModel;
  const next = namesOf(stages).filter((name) => name !== stages[at]?.name && names.includes(name));
  return withStages(playbook, withPatch(stages, at, { next }));
}

/** The stages from which one may be reached: what is said by each of them, changed in one go. */
export function setPrevious(playbook: Playbook, at: number, names: readonly string[]): Playbook {
  const { stages } = playbook.stageModel;
  const name = stages[at]?.name;
  if (name === undefined) return playbook;
  return stages.reduce((all, stage, place) => {
    const isNext = names.includes(stage.name);
    if (place === at || isNext === stage.next.includes(name)) return all;
    return setNext(all, place, isNext ? [...stage.next, name] : stage.next.filter((each) => each !== name));
  }, playbook);
}

/** The stages that may move to one, in the model's order. */
export function previousOf(stages: readonly Stage[], name: string): string[] {
  return namesOf(stages.filter(({ next }) => next.includes(name)));
}

const withStages = (playbook: Playbook, stages: Stage[]): Playbook => ({ ...playbook, stageModel: { ...playbook.stageModel, stages } });
const namesOf = (stages: readonly Stage[]): string[] => stages.map(({ name }) => name);
/** As the faults compare names. */
const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
