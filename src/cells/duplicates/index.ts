import { defineCell } from '../cell-type';
import { accountPairsSql, personPairsSql } from './queries';
import View from './View.svelte';

export interface DuplicatesOptions {
  /** `person` or `account`. */
  entity: string;
  limit: number;
}

export const duplicates = defineCell<{ [Key in keyof DuplicatesOptions]: DuplicatesOptions[Key] }>({
  kind: 'duplicates',
  label: 'Look-alikes',
  hint: 'People and accounts that may be one. Nothing is merged until you say so',
  group: 'review',
  defaults: { entity: 'person', limit: 10 },
  isRunOnChange: true,
  query: ({ entity, limit }) => (entity === 'account' ? accountPairsSql(limit) : personPairsSql(limit)),
  View,
});
