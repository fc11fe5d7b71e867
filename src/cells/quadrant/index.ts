import { quoteText } from '../../engine/quoting';
import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface QuadrantOptions {
  interest: string | null;
}

export interface PlaceRow {
  completeness: number;
  engagement: number;
  groups: number;
  group_no: number;
  group_name: string;
  complete: number;
  engaged: number;
}

export const quadrant = defineCell<QuadrantOptions>({
  kind: 'quadrant',
  label: 'Complete against engaged',
  hint: 'Where the groups stand; the corner at the top right is ready for sales',
  group: 'review',
  defaults: { interest: null },
  isRunOnChange: true,
  query: ({ interest }) => `select
    floor(groups.completeness) as completeness,
    floor(groups.engagement) as engagement,
    count(*) as groups,
    min(groups.group_no) as group_no,
    min(groups.group_name) as group_name,
    any_value(threshold.complete) as complete,
    any_value(threshold.engaged) as engaged,
from score.buying_group as groups
cross join config.threshold as threshold
where groups.completeness is not null${interest === null ? '' : ` and groups.solution_interest = ${quoteText(interest)}`}
group by floor(groups.completeness), floor(groups.engagement)`,
  View,
});
