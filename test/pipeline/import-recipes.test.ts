import { describe, expect, test } from 'vitest';
import type { ValueKind } from '../../src/engine/api';
import type { Recipe } from '../../src/engine/import';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { kindOf } from '../../src/pipeline/1-ingest/value-kinds';
import { isSimilar, replay, shareOf } from '../../src/pipeline/1-ingest/recipe';

const recipe: Recipe = {
  format: 'rolecall-recipe',
  version: 1,
  name: 'people',
  entity: 'person',
  headers: ['Id', 'Mail', 'Company', 'Job', 'Joined', 'Notes'],
  columns: { Id: 'person_id', Mail: 'email', Company: 'company_name', Job: 'job_title', Joined: 'created_at', Notes: null },
  leftOut: ['Notes'],
  dates: { Joined: 'day-first' },
  types: {},
  kinds: { Id: 'number', Mail: 'text', Company: 'text', Job: 'text', Joined: 'date', Notes: 'empty' },
};
const kinds: ValueKind[] = ['number', 'text', 'text', 'text', 'date', 'text'];

describe('a recipe', () => {
  test('decides everything about a file of the same headers, in any order and case', () => {
    expect(replay([recipe], ['ID', 'mail', 'Company', 'Notes', 'Joined', 'Job'], ['number', 'text', 'text', 'text', 'date', 'text'])).toEqual({
      name: 'people',
      hints: {
        entity: 'person',
        columns: { ID: 'person_id', mail: 'email', Company: 'company_name', Job: 'job_title', Joined: 'created_at', Notes: null },
        leftOut: ['Notes'],
        dates: { Joined: 'day-first' },
        types: {},
      },
      drift: [],
    });
  });

  test('tells new, missing, renamed and re-typed columns', () => {
    const found = replay([recipe], ['Id', 'E-Mail', 'Region', 'Company', 'Job', 'Joined', 'Notes'], ['text', 'text', 'text', 'text', 'text', 'date', 'text']);
    expect(found?.drift).toEqual([
      { kind: 'renamed', column: 'Mail', to: 'E-Mail' },
      { kind: 'new', column: 'Region' },
      { kind: 're-typed', column: 'Id', from: 'number', to: 'text' },
    ]);
    expect(found?.hints.columns?.['E-Mail']).toBe('email');
    expect(replay([recipe], ['Id', 'Mail', 'Company', 'Job', 'Joined'], kinds)?.drift).toEqual([{ kind: 'missing', column: 'Notes', columnName: null }]);
  });

  test.each<[share: number, headers: string[]]>([
    [1, recipe.headers.slice()],
    [5 / 6, ['Id', 'Mail', 'Company', 'Job', 'Joined']],
    [0, ['Id', 'Mail', 'Company', 'Job']],
    [0, [...recipe.headers, 'a', 'b', 'c', 'd', 'e', 'f', 'g']],
    [0, []],
  ])('fits by %d', (share, headers) => {
    expect(shareOf(recipe, headers)).toBe(share);
  });

  test('that fits better goes first', () => {
    const other = { ...recipe, name: 'wider', headers: [...recipe.headers, 'Region'] };
    expect(replay([recipe, other], [...recipe.headers, 'Region'], kinds)?.name).toBe('wider');
    expect(replay([other, recipe], recipe.headers, kinds)?.name).toBe('people');
  });

  test('is replayed by the reader, unless something else was told', async () => {
    const database = await openNodeDatabase();
    const ingest = new Ingest(database);
    const content = (rows: string) => new TextEncoder().encode(`Id,Mail,Company,Job,Joined,Notes\n${rows}`);
    const report = await ingest.addFile({ name: 'may.csv', content: content('1,a@x.com,Acme,CTO,03/04/2026,x\n') }, {}, [recipe]);
    expect(report.recipe).toEqual({ name: 'people', drift: [] });
    expect(report.columns.map(({ columnName }) => columnName)).toEqual(['person_id', 'email', 'company_name', 'job_title', 'created_at', null]);
    expect(report.columns[3]?.reason).toBe('as in the recipe “people”');
    expect(await queryRows(database, "select job_title, strftime(created_at, '%m-%d') as day from ingest.person")).toEqual([{ job_title: 'CTO', day: '04-03' }]);
    const told = await ingest.addFile({ name: 'june.csv', content: content('2,b@x.com,Acme,CFO,03/04/2026,x\n') }, { entity: 'person', columns: { Mail: 'email' } }, [recipe]);
    expect(told.recipe).toBeNull();
    await database.close();
  });
});

test.each<[boolean, string, string]>([
  [true, 'E-mail', 'Email Address'],
  [true, 'Job Title', 'Jobtitle'],
  [true, 'Created', 'Created Date'],
  [true, 'Employees', 'Employee Count'],
  [false, 'Industry', 'Country'],
  [false, 'Id', 'Identity'],
])('%s that %s and %s are similar', (isTrue, one, other) => {
  expect(isSimilar(one, other)).toBe(isTrue);
});

test.each<[ValueKind, string[]]>([
  ['empty', ['', ' ']],
  ['number', ['1', '2.5', '-3', '$1,200.00', '12 %', '0.5']],
  ['text', ['007', '012']],
  ['text', ['a', '1']],
  ['date', ['2026-01-02', '3/4/26', '3.4.2026 10:00']],
])('values look like %s', (kind, values) => {
  expect(kindOf(values)).toBe(kind);
});
