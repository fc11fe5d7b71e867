import { quoteText } from '../../engine/quoting';
import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface GroupFunnelOptions {
  interest: string | null;
}

export const groupFunnel = defineCell<GroupFunnelOptions>({
  kind: 'group-funnel',
  label: 'Groups: target to won',
  hint: 'Groups that stand at a stage or have passed it',
  group: 'review',
  defaults: { interest: null },
  isRunOnChange: true,
  query: ({ interest }) => `select funnel.stage_no, funnel.stage, funnel.groups, funnel.conversion, stages.meaning
from score.group_funnel as funnel
left join config.group_stage as stages using (stage_no)
where funnel.solution_interest = ${quoteText(interest ?? 'All')}
order by funnel.stage_no`,
  View,
});
