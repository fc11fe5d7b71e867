import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface MarkdownOptions {
  text: string;
}

export const markdown = defineCell<MarkdownOptions>({
  kind: 'markdown',
  label: 'Text',
  hint: 'Headings, notes and links, in Markdown',
  group: 'write',
  defaults: { text: '' },
  textOption: 'text',
  isRunOnChange: true,
  query: () => null,
  View,
});
