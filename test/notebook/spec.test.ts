import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTypes } from '../../src/cells';
import { defaultNotebook } from '../../src/notebook/default-notebook';
import { fileNameOf, fromFileText, toFileText } from '../../src/notebook/files';
import { toCell, toNotebook, toNotebookSpec, toSpec, type CellSpec } from '../../src/notebook/spec';

const kinds = [...cellTypes.keys()];

describe('a cell', () => {
  test.each(kinds)('of kind %s keeps only what differs from the defaults when saved', (kind) => {
    expect(toSpec(toCell({ id: '1', kind }))).toEqual({ id: '1', kind });
  });

  test('has every option of its kind when used', () => {
    expect(toCell({ id: '1', kind: 'sql', options: { sql: 'select 1' } }).options).toEqual({ sql: 'select 1', isEditorHidden: false });
  });

  test('saves a longer text line by line and reads it back as it was', () => {
    const spec: CellSpec = { id: '1', kind: 'sql', options: { sql: ['select 1', '', 'from x'] } };
    expect(toCell(spec).options.sql).toBe('select 1\n\nfrom x');
    expect(toSpec(toCell(spec))).toEqual(spec);
  });

  test.each([
    ['a number for a text', { sql: 7 }],
    ['null for a text', { sql: null }],
    ['an option that the kind does not have', { nonsense: 'x' }],
  ])('takes the default for %s', (_, options) => {
    expect(toSpec(toCell({ id: '1', kind: 'sql', options }))).toEqual({ id: '1', kind: 'sql' });
  });

  test('of an unknown kind is kept as it was saved', () => {
    const spec: CellSpec = { id: '1', kind: 'from-the-future', options: { a: 1, b: ['x'] } };
    expect(toSpec(toCell(spec))).toEqual(spec);
  });

  test('forgets a name that SQL could not hold', () => {
    expect(toSpec(toCell({ id: '1', kind: 'sql', name: 'x; drop table y' }))).toEqual({ id: '1', kind: 'sql' });
  });

  test('whose options name the prototype changes no prototype', () => {
    const hostile = fromFileText('{"format":"rolecall-notebook","version":1,"title":"t","cells":[{"id":"1","kind":"what","options":{"__proto__":{"polluted":true}}}]}');
    toNotebook(hostile);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a notebook', () => {
  test('that is opened and saved is the same file', () => {
    const text = toFileText(defaultNotebook);
    expect(toFileText(toNotebookSpec(toNotebook(fromFileText(text))))).toBe(text);
  });

  test('of any cells survives being saved and opened', () => {
    const option = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const cell = fc.record({ id: fc.string({ minLength: 1 }), kind: fc.constantFrom(...kinds, 'unknown'), options: fc.dictionary(fc.constantFrom('sql', 'text', 'shape', 'limit', 'a'), option) });
    fc.assert(fc.property(fc.array(cell), (cells) => {
      const once = toNotebook({ format: 'rolecall-notebook', version: 1, title: 'x', cells });
      expect(toNotebook(fromFileText(toFileText(toNotebookSpec(once))))).toEqual(once);
      expect(new Set(once.cells.map(({ id }) => id)).size).toBe(cells.length);
    }));
  });

  test.each([null, 7, 'text', [], {}, { format: 'rolecall-playbook', version: 1 }, { format: 'rolecall-notebook', version: 1 }])(
    'is not what %j is, and that is said', (saved) => expect(() => toNotebook(saved)).toThrow('not a Rolecall notebook'),
  );

  test('keeps what was decided by hand, and says nothing when nothing was', () => {
    const merge = { entity: 'person', one: { system: 'Salesforce', id: '003' }, other: { email: 'ada@acme.example' }, verdict: 'same', madeAt: '2026-10-01T09:30:00Z' };
    const saved = { format: 'rolecall-notebook', version: 1, title: 't', cells: [], overrides: { format: 'rolecall-overrides', version: 1, merges: [merge], members: [] } };
    expect(toNotebookSpec(toNotebook(fromFileText(JSON.stringify(saved))))).toEqual(saved);
    expect(toNotebookSpec(toNotebook({ ...saved, overrides: { ...saved.overrides, merges: [] } }))).not.toHaveProperty('overrides');
  });

  test('is refused rather than lose decisions that cannot be read', () => {
    const saved = { format: 'rolecall-notebook', version: 1, title: 't', cells: [], overrides: { format: 'rolecall-overrides', version: 2, merges: [], members: [] } };
    expect(() => toNotebook(saved)).toThrow('version: is of another Rolecall');
  });

  test('of a later version is refused by name', () => {
    expect(() => toNotebook({ format: 'rolecall-notebook', version: 2, cells: [] })).toThrow('version 2');
  });

  test('leaves out what is no cell', () => {
    expect(toNotebook({ format: 'rolecall-notebook', version: 1, cells: [null, 7, { id: 1, kind: 'sql' }, { id: 'a', kind: 'sql' }] }).cells).toHaveLength(1);
  });

  test.each([['Buying group review', 'buying-group-review.rolecall.json'], ['  ', 'notebook.rolecall.json'], ['../../etc', 'etc.rolecall.json']])(
    'called %j is saved as %s', (title, name) => expect(fileNameOf(title)).toBe(name),
  );
});
