import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface SqlOptions {
  sql: string;
  isEditorHidden: boolean;
}

export const sql = defineCell<SqlOptions>({
  kind: 'sql',
  label: 'SQL',
  hint: 'Ask the tables anything',
  group: 'ask',
  defaults: { sql: '', isEditorHidden: false },
  textOption: 'sql',
  isRunOnChange: false,
  query: ({ sql }) => (sql.trim() ? sql : null),
  View,
});
