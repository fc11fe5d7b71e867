import { defineCell } from '../cell-type';
import { groupsSql, noFilter, type GroupFilter } from './filter';
import View from './View.svelte';

export interface GroupsOptions extends GroupFilter {
  sort: string;
  limit: number;
}

export interface GroupRow {
  group_no: number;
  account_name: string;
  solution_interest: string;
  industry: string | null;
  country: string | null;
  stage: string;
  completeness: number | null;
  engagement: number;
  members: number;
  engaged_members: number;
  seats_filled: number;
  seats_required: number;
  open_pipeline: number | null;
  currency: string | null;
  last_activity_at: Date | null;
  next_step: string;
  reason: string;
  groups_found: number;
}

export const groups = defineCell<{ [Key in keyof GroupsOptions]: GroupsOptions[Key] }>({
  kind: 'groups',
  label: 'Buying groups',
  hint: 'What to do next, the most pressing first. Choose a group to see its people',
  group: 'review',
  defaults: { ...noFilter, sort: 'next', limit: 25 },
  isRunOnChange: true,
  query: ({ sort, limit, ...filter }) => groupsSql(filter, sort, limit),
  View,
});
