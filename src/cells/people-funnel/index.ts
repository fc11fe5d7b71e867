import { defineCell } from '../cell-type';
import View from './View.svelte';

export const peopleFunnel = defineCell<Record<never, never>>({
  kind: 'people-funnel',
  label: 'People: lead to customer',
  hint: 'One cohort of leads: how far each has come. The newest still have time for the next step',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => `select stage_no, stage, people, immature_people, conversion, median_days
from score.person_funnel
order by stage_no`,
  View,
});
