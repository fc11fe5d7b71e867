import type { StageModel } from '../../playbook';
import type { ConfigTable } from './create';

/** The stages of a buying group, numbered from 1 in the model's order, and the moves between them that are allowed. */
export function stageTables({ stages }: StageModel): ConfigTable[] {
  const numberOf = new Map(stages.map(({ name }, at) => [name, at + 1]));
  return [
    {
      name: 'config.group_stage',
      columns: { stage_no: 'integer', stage: 'text', meaning: 'text', kind: 'text' },
      rows: stages.map(({ name, description, kind }, at) => [at + 1, name, description ?? '', kind]),
    },
    {
      name: 'config.stage_transition',
      columns: { from_no: 'integer', to_no: 'integer' },
      rows: stages.flatMap(({ next }, at) => next.map((to) => [at + 1, numberOf.get(to) ?? null])),
    },
  ];
}
