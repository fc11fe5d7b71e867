import { defineCell } from '../cell-type';
import View from './View.svelte';

export const coverage = defineCell<Record<never, never>>({
  kind: 'coverage',
  label: 'Contact coverage',
  hint: 'Distinct people in each role. Hatched: the role is not part of that template',
  group: 'review',
  defaults: {},
  isRunOnChange: true,
  query: () => `select interest_no, solution_interest, role_no, role, is_in_template, people, members, groups, groups_covered
from score.coverage
order by interest_no, role_no`,
  View,
});
