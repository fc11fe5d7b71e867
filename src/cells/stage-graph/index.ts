import { quoteText } from '../../engine/quoting';
import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface StageGraphOptions {
  interest: string | null;
}

export const stageGraph = defineCell<StageGraphOptions>({
  kind: 'stage-graph',
  label: 'Groups: stages and moves',
  hint: 'Where groups stand, and which moves between stages the playbook allows',
  group: 'review',
  defaults: { interest: null },
  isRunOnChange: true,
  query: ({ interest }) => `with standing as (
    select states.stage_no, count(*) as groups
    from score.group_state as states
    join config.interest as interests using (interest_no)${interest === null ? '' : `\n    where interests.solution_interest = ${quoteText(interest)}`}
    group by states.stage_no
),
onward as (
    select moves.from_no as stage_no, list(stages.stage order by moves.to_no) as next
    from config.stage_transition as moves
    join config.group_stage as stages on stages.stage_no = moves.to_no
    group by moves.from_no
)
select
    stages.stage_no,
    stages.stage,
    stages.kind,
    nullif(stages.meaning, '') as meaning,
    coalesce(onward.next, []) as next,
    cast(coalesce(standing.groups, 0) as integer) as groups,
from config.group_stage as stages
left join standing using (stage_no)
left join onward using (stage_no)
order by stages.stage_no`,
  View,
});
