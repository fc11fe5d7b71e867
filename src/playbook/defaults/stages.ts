import type { PlainCondition, Stage, StageModel } from '../playbook';

const isTrue = (field: string): PlainCondition => ({ field: `group.${field}`, op: 'is', value: true });

const ladder: Pick<Stage, 'name' | 'description' | 'kind' | 'condition'>[] = [
  { name: 'Target', description: 'The account is in the audience', kind: 'entry', condition: { all: [] } },
  { name: 'Active', description: 'A member has acted inside the window', kind: 'step', condition: isTrue('is_active') },
  { name: 'Engaged', description: 'Engagement has reached the threshold', kind: 'step', condition: isTrue('is_engaged') },
  {
    name: 'Complete enough',
    description: 'Engagement and completeness have both reached their thresholds',
    kind: 'step',
    condition: { all: [isTrue('is_engaged'), isTrue('is_complete')] },
  },
  { name: 'Pipeline', description: 'The account has an open opportunity for this solution interest', kind: 'step', condition: isTrue('has_pipeline') },
  { name: 'Won', description: 'The account has won an opportunity for this solution interest', kind: 'success', condition: isTrue('is_won') },
];

/** The stages told from any export, each leading to every later one (domain.md §1.6, §3.2). */
export const stageModel: StageModel = {
  name: 'Target to won',
  stages: ladder.map((stage, at) => ({ ...stage, next: ladder.slice(at + 1).map(({ name }) => name) })),
};
