import { expect, test } from 'vitest';
import { commandOf } from '../../src/notebook/commands';
import { headingsIn, toOutline } from '../../src/notebook/outline';
import { toCell } from '../../src/notebook/spec';

const press = (key: string, keys: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys });

test.each([
  [press('z', { ctrlKey: true }), 'undo'],
  [press('Z', { metaKey: true, shiftKey: true }), 'redo'],
  [press('k', { metaKey: true }), 'showPalette'],
  [press('?', { shiftKey: true }), 'showShortcuts'],
  [press('Escape'), 'closePanel'],
  [press('a'), null],
  [press('s', { ctrlKey: true, altKey: true }), null],
])('%j asks for %s', (event, command) => expect(commandOf(event, false)).toBe(command));

test('while somebody types, the field keeps its own keys', () => {
  expect([commandOf(press('z', { ctrlKey: true }), true), commandOf(press('?'), true), commandOf(press('s', { ctrlKey: true }), true)]).toEqual([null, null, 'saveNotebook']);
});

test('headings are found outside of code', () => {
  expect(headingsIn('# One\n```\n# no\n```\n## *Two* ##')).toEqual([{ level: 1, text: 'One' }, { level: 2, text: 'Two' }]);
});

test('the outline holds headings and review cells', () => {
  const cells = [toCell({ id: 'a', kind: 'markdown', options: { text: '## Next' } }), toCell({ id: 'b', kind: 'groups' }), toCell({ id: 'c', kind: 'sql' })];
  expect(toOutline(cells)).toEqual([{ id: 'a', text: 'Next', level: 2 }, { id: 'b', text: 'Buying groups', level: 3 }]);
});
