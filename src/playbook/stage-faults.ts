import { conditionFaults, type Fault } from './condition-faults';
import type { Playbook, Stage } from './playbook';

/** What makes a stage model unusable: a missing end, a name of nothing, a stage nobody comes to or cannot win from (domain.md §1.6). */
export function stageFaults(playbook: Playbook): Fault[] {
  const { stages } = playbook.stageModel;
  if (stages.length === 0) return [{ path: 'stageModel.stages', reason: 'there are no stages: add an entry and a success' }];
  return [
    ...endFaults(stages),
    ...stages.flatMap((stage, at) => [
      ...ownFaults(stage, stages, at),
      ...conditionFaults(stage.condition, 'stage', playbook, `stageModel.stages[${at}].condition`),
    ]),
    ...wayFaults(stages),
  ];
}

/** Every stage that one of `from` leads to, through any number of moves, those of `from` included. */
export function reached(stages: readonly Stage[], from: readonly string[]): Set<string> {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    stages.find((stage) => stage.name === name)?.next.forEach(visit);
  };
  from.forEach(visit);
  return all;
}

const named = (stages: readonly Stage[], kind: Stage['kind']): string[] => stages.filter((stage) => stage.kind === kind).map(({ name }) => name);

function endFaults(stages: readonly Stage[]): Fault[] {
  const [, ...more] = stages.flatMap(({ kind }, at) => (kind === 'success' ? [at] : []));
  return [
    ...(named(stages, 'entry').length === 0 ? [{ path: 'stageModel.stages', reason: 'no stage is an entry: a group could not begin' }] : []),
    ...(named(stages, 'success').length === 0 ? [{ path: 'stageModel.stages', reason: 'no stage is the success: exactly one is needed' }] : []),
    ...more.map((at) => ({ path: `stageModel.stages[${at}].kind`, reason: 'is a second success: exactly one is needed' })),
  ];
}

function ownFaults({ name, kind, next }: Stage, stages: readonly Stage[], at: number): Fault[] {
  const path = `stageModel.stages[${at}]`;
  const key = name.trim().toLowerCase();
  const isTwice = stages.findIndex((stage) => stage.name.trim().toLowerCase() === key) < at;
  return [
    ...(isTwice ? [{ path: `${path}.name`, reason: `“${name}” is there already` }] : []),
    ...next.flatMap((to, place) => {
      if (to === name) return [{ path: `${path}.next[${place}]`, reason: `“${name}” moves to itself` }];
      return stages.some((stage) => stage.name === to) ? [] : [{ path: `${path}.next[${place}]`, reason: `there is no stage “${to}”` }];
    }),
    ...((kind === 'entry' || kind === 'step') && next.length === 0 ? [{ path: `${path}.next`, reason: `“${name}” leads nowhere: choose what it moves to` }] : []),
  ];
}

/** Told only of models that have both ends, where a way can be asked for. */
function wayFaults(stages: readonly Stage[]): Fault[] {
  const [entries, successes] = [named(stages, 'entry'), named(stages, 'success')];
  const found = reached(stages, entries);
  return stages.flatMap((stage, at) => {
    const isLost = entries.length > 0 && !found.has(stage.name);
    const isDead = successes.length > 0 && stage.next.length > 0 && stage.kind !== 'failure' && !successes.some((name) => reached(stages, [stage.name]).has(name));
    return [
      ...(isLost ? [{ path: `stageModel.stages[${at}]`, reason: `no way leads from an entry to “${stage.name}”` }] : []),
      ...(isDead ? [{ path: `stageModel.stages[${at}].next`, reason: `no way leads from “${stage.name}” to the success` }] : []),
    ];
  });
}
