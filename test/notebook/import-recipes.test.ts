import { describe, expect, test } from 'vitest';
import type { FileReport } from '../../src/engine/api';
import type { Drift } from '../../src/engine/import';
import { needsOf } from '../../src/notebook/import/needs';
import { driftWords, fromRecipe, mayFit, recipeName, recipeText, toRecipe, withRecipe } from '../../src/notebook/import/recipes';
import { NotebookState } from '../../src/notebook/notebook-state.svelte';

const column = { confidence: 1, reason: '', storedAs: null, kind: 'text', dateFormat: null, isDateUnsure: false } as const;
const report: FileReport = {
  fileNo: 1,
  fileName: 'Contacts 2026-09.csv',
  bytes: 1,
  entity: 'person',
  sourceSystem: null,
  records: 1,
  rejected: 0,
  unread: 0,
  skipped: 0,
  isCutShort: false,
  columns: [
    { ...column, sourceColumn: 'Mail', columnName: 'email' },
    { ...column, sourceColumn: 'Joined', columnName: 'created_at', kind: 'date', dateFormat: 'day-first' },
    { ...column, sourceColumn: 'Asked', columnName: 'mql_at', kind: 'date', dateFormat: 'month-first', isDateUnsure: true },
    { ...column, sourceColumn: 'Secret', columnName: null },
  ],
  hints: { leftOut: ['Secret'] },
  recipe: null, snapshot: null, overlap: null,
};

describe('a recipe', () => {
  const recipe = toRecipe(report);

  test('holds what was understood, sorted, and no order of dates that nobody confirmed', () => {
    expect(recipe).toEqual({
      format: 'rolecall-recipe',
      version: 1,
      name: 'contacts',
      entity: 'person',
      headers: ['Mail', 'Joined', 'Asked', 'Secret'],
      columns: { Asked: 'mql_at', Joined: 'created_at', Mail: 'email', Secret: null },
      leftOut: ['Secret'],
      dates: { Joined: 'day-first' },
      types: {},
      kinds: { Asked: 'date', Joined: 'date', Mail: 'text', Secret: 'text' },
    });
    expect(Object.keys(recipe.columns)).toEqual(['Asked', 'Joined', 'Mail', 'Secret']);
  });

  test('holds what is taken for nothing and the time zone, when somebody chose them', () => {
    const chosen = toRecipe({ ...report, hints: { nullTexts: ['', 'n.v.', '?'], timeZone: 'Europe/Berlin' } });
    expect(chosen).toMatchObject({ nullTexts: ['', '?', 'n.v.'], timeZone: 'Europe/Berlin' });
    expect(fromRecipe(JSON.parse(recipeText(chosen)))).toEqual(chosen);
    expect('nullTexts' in recipe || 'timeZone' in recipe).toBe(false);
    expect('timeZone' in fromRecipe({ ...chosen, timeZone: 7, nullTexts: 'x' })).toBe(false);
  });

  test('survives its file and its notebook', () => {
    expect(fromRecipe(JSON.parse(recipeText(recipe)))).toEqual(recipe);
    const notebook = new NotebookState();
    notebook.keepRecipe(recipe);
    const again = new NotebookState(JSON.parse(JSON.stringify(notebook.toSpec())));
    expect(again.recipes).toEqual([recipe]);
    expect(again.toSpec()).toEqual(notebook.toSpec());
  });

  test('takes the place of one for the same set of headers; others stay, by name', () => {
    const turned = { ...recipe, name: 'anew', headers: ['Secret', 'joined', 'Asked', 'Mail'] };
    const other = { ...recipe, name: 'deals', headers: ['Deal'] };
    expect(withRecipe(withRecipe([recipe], other), turned).map(({ name }) => name)).toEqual(['anew', 'deals']);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a notebook', { format: 'rolecall-notebook', version: 1 }],
    ['no headers', { ...recipe, headers: [] }],
    ['headers that are no texts', { ...recipe, headers: [1] }],
  ])('is not read from %s', (_, saved) => {
    expect(() => fromRecipe(saved)).toThrow('This is not a recipe');
  });

  test('of a newer Rolecall is told so, and a notebook opens without it', () => {
    expect(() => fromRecipe({ ...recipe, version: 2 })).toThrow('newer Rolecall');
    expect(new NotebookState({ format: 'rolecall-notebook', version: 1, title: 'x', cells: [], recipes: [{ ...recipe, version: 2 }, recipe] }).recipes).toEqual([recipe]);
  });

  test('drops what it should not hold', () => {
    expect(fromRecipe({ ...recipe, columns: { Mail: 'email', x: 7 }, dates: null, kinds: { a: 1 } })).toMatchObject({ columns: { Mail: 'email' }, dates: {}, kinds: {} });
  });

  test('is tried on files that hold most of its columns', () => {
    expect(mayFit(recipe, ['MAIL', 'Joined', 'a-sked', 'Secret', 'New'])).toBe(true);
    expect(mayFit(recipe, ['Mail', 'Joined', 'Asked'])).toBe(false);
    expect(mayFit(recipe, ['Mail', 'Joined', 'Asked', 'Secret', 'a', 'b', 'c', 'd', 'e'])).toBe(false);
  });
});

test.each([
  ['Contacts 2026-09.csv', 'contacts'],
  ['report_Sep_2026 (2).csv.gz', 'report'],
  ['2026-09.csv', 'file'],
  ['Kunden März.xlsx', 'kunden-märz'],
  ['maybe-people.csv', 'maybe-people'],
])('the recipe of %s is named %s', (file, name) => {
  expect(recipeName(file)).toBe(name);
});

test('drift is told in words', () => {
  const drift: Drift[] = [
    { kind: 'renamed', column: 'Mail', to: 'E-Mail' },
    { kind: 'missing', column: 'Job', columnName: 'job_title' },
    { kind: 'new', column: 'Region' },
    { kind: 'new', column: 'City' },
    { kind: 're-typed', column: 'Id', from: 'number', to: 'text' },
  ];
  expect(driftWords(drift)).toEqual([
    'Renamed: “Mail” is now “E-Mail”.',
    '1 column missing: “Job”.',
    '2 new columns: “Region” and “City”.',
    'Another type: “Id” held numbers and now holds text.',
  ]);
  expect(driftWords([])).toEqual([]);
});

test('a file says what it feeds and what that still needs', () => {
  expect(needsOf('activity', ['person_id', 'activity_type'])).toEqual([
    { what: 'Engagement', isMet: false, words: 'needs the date of each act: map a column or go without.' },
    { what: 'Whose act it was', isMet: true, words: '' },
    { what: 'Weights', isMet: true, words: '' },
  ]);
  expect(needsOf(null, [])).toEqual([]);
});
