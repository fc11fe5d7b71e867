import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { quoteValue } from '../../src/engine/quoting';
import { queryRows } from '../../src/engine/wire';
import { compileCondition, fieldsIn, type Column, type FieldType, type PlainCondition } from '../../src/playbook';
import { holds, type Cell } from './evaluate';

const types: Record<string, FieldType> = {
  'person.country': 'text',
  'title.job_title': 'text',
  'title.modifiers': 'list',
  'account.employees': 'number',
  'person.created_at': 'date',
  'title.is_current': 'boolean',
};
const sqlTypes: Record<FieldType, string> = { text: 'varchar', list: 'varchar[]', number: 'integer', date: 'timestamp', boolean: 'boolean' };
const names = Object.keys(types);
const asOf = '2026-03-31 23:59:59';

const columnOf = (field: string): Column | null => {
  if (field === 'clock.as_of') return { sql: `timestamp '${asOf}'`, type: 'date' };
  const type = types[field];
  return type ? { sql: field.replace('.', '_'), type } : null;
};

/** Awkward on purpose: accents, quotes, marks of `like`, other alphabets, nothing at all. */
const texts = ['', 'France', 'FRANCE', 'Île-de-France', 'ile de france', "O'Brien", '100%', 'a_b', '10', '9.5', 'VP Sales', 'VP, Sales & Marketing', 'vpsales', 'Müller', '部長', 'Straße', 'back\\slash', ' ', '2026-03-01'];
const lists = [[], ['executive'], ['Executive', 'former'], ['régional', 'assistant']];
const dates = ['2026-03-31 23:59:59', '2026-03-31 00:00:00', '2026-03-01 00:00:00', '2026-03-01 23:59:59', '2025-12-31 12:00:00', '2026-04-01 00:00:00'];
const pool: Record<string, Cell[]> = {
  'person.country': texts,
  'title.job_title': texts,
  'title.modifiers': lists,
  'account.employees': [0, -5, 10, 100, 2147483647],
  'person.created_at': dates,
  'title.is_current': [true, false],
};

/** Each row a mix of the pools at different strides, so that values meet in many pairs; every fifth cell is null. */
const rows: Record<string, Cell>[] = Array.from({ length: 60 }, (_, row) =>
  Object.fromEntries(names.map((name, at) => [name, (row + at) % 5 === 4 ? null : (pool[name]?.[(row * (at + 1)) % (pool[name]?.length ?? 1)] ?? null)])),
);

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const columns = names.map((name) => `${name.replace('.', '_')} ${sqlTypes[types[name] ?? 'text']}`);
  await database.run(`create table subject (row_no integer, ${columns.join(', ')})`);
  const values = rows.map((row, at) => `(${[at, ...names.map((name) => row[name] ?? null)].map(quoteValue).join(', ')})`);
  await database.run(`insert into subject values ${values.join(', ')}`);
});
afterAll(() => database.close());

async function matching(condition: PlainCondition): Promise<number[]> {
  const found = await queryRows(database, `select row_no from subject where ${compileCondition(condition, columnOf)} order by row_no`);
  return found.map((row) => Number(row.row_no));
}

const expected = (condition: PlainCondition): number[] =>
  rows.flatMap((row, at) => (holds(condition, row, types, asOf) ? [at] : []));

const text = fc.oneof(fc.constantFrom(...texts), fc.string({ maxLength: 4 }));
const isExact = fc.constantFrom(undefined, true, false);
const textFields = fc.constantFrom('person.country', 'title.job_title');
const word = fc.constantFrom('vp', 'VP', 'sales', 'Île', 'france', 'brien', '部長', 'marketing', 'Sales Marketing');
const pattern = fc.constantFrom('^vp', 'sales$', 'î?le', "o'b", '\\d+', '^$', '(vp|france)', 'S\\S+s', '\\\\');
const day = fc.constantFrom('2026-03-01', '2026-03-31', '2025-01-01', '2026-03-31 00:00:00', '2026-03-01 23:59:59');
const number = fc.constantFrom(0, 10, 9.5, 100, -5);
const comparison = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const);
const several = fc.constantFrom('is one of' as const, 'is none of' as const);
const equal = fc.constantFrom('is' as const, 'is not' as const);
const nothing = fc.constantFrom('is empty' as const, 'is not empty' as const);

const anyTest: fc.Arbitrary<PlainCondition> = fc.oneof(
  fc.record({ field: fc.constantFrom(...names), op: nothing }),
  fc.record({ field: textFields, op: fc.constantFrom('is' as const, 'is not' as const, 'contains' as const, 'starts with' as const, 'ends with' as const), value: text, isExact }),
  fc.record({ field: textFields, op: fc.constant('contains word' as const), value: word, isExact }),
  fc.record({ field: textFields, op: fc.constant('matches' as const), value: pattern, isExact }),
  fc.record({ field: fc.constantFrom('person.country', 'title.modifiers'), op: several, value: fc.array(text, { maxLength: 4 }), isExact }),
  fc.record({ field: fc.constant('title.modifiers'), op: fc.constantFrom('is' as const, 'is not' as const, 'contains' as const), value: fc.constantFrom('executive', 'FORMER', 'regional'), isExact }),
  fc.record({ field: fc.constantFrom('account.employees', 'person.country'), op: comparison, value: number }),
  fc.record({ field: textFields, op: comparison, value: text, isExact }),
  fc.record({ field: fc.constantFrom('account.employees', 'person.country'), op: fc.constant('between' as const), value: fc.tuple(number, number).map((pair): (string | number)[] => pair) }),
  fc.record({ field: fc.constant('account.employees'), op: several, value: fc.array(number, { maxLength: 3 }) }),
  fc.record({ field: fc.constant('account.employees'), op: equal, value: number }),
  fc.record({ field: fc.constant('title.is_current'), op: equal, value: fc.boolean() }),
  fc.record({ field: fc.constant('person.created_at'), op: fc.constantFrom('before' as const, 'after' as const, 'is' as const, 'is not' as const, '>=' as const), value: day }),
  fc.record({ field: fc.constant('person.created_at'), op: fc.constant('within last days' as const), value: fc.constantFrom(0, 1, 30, 31, 400) }),
);
const anyCondition = fc.letrec<{ tree: PlainCondition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyTest,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree;

test('a condition in SQL picks the rows that its meaning picks, whatever the condition and the values', async () => {
  await fc.assert(
    fc.asyncProperty(anyCondition, async (condition) => {
      expect(await matching(condition)).toEqual(expected(condition));
    }),
    { numRuns: 600 },
  );
});

describe('a condition', () => {
  const country = (op: 'is' | 'is not' | 'is none of' | 'is empty', value?: string | string[]): PlainCondition =>
    value === undefined ? { field: 'person.country', op } : { field: 'person.country', op, value };
  const empty = rows.flatMap((row, at) => (row['person.country'] === null || row['person.country'] === '' ? [at] : []));

  test('of no parts is true for `all` and false for `any`', async () => {
    expect(await matching({ all: [] })).toHaveLength(rows.length);
    expect(await matching({ any: [] })).toEqual([]);
  });

  test('counts null and empty text alike: both are empty, neither is anything, both are not something', async () => {
    expect(await matching(country('is empty'))).toEqual(empty);
    expect(await matching(country('is not', 'France'))).toEqual(expect.arrayContaining(empty));
    expect(await matching(country('is none of', ['France']))).toEqual(expect.arrayContaining(empty));
    const not = await matching({ not: country('is', 'France') });
    expect(not).toEqual(await matching(country('is not', 'France')));
  });

  test('whose test is exact minds case and accents', () => {
    const loose = compileCondition({ field: 'person.country', op: 'is', value: 'FRANCE' }, columnOf);
    const exact = compileCondition({ field: 'person.country', op: 'is', value: 'FRANCE', isExact: true }, columnOf);
    expect(loose).toContain("'france'");
    expect(exact).toContain("'FRANCE'");
  });

  test('cannot break out of its quotes', async () => {
    const hostile = "x') or 1=1; drop table subject; --";
    for (const op of ['is', 'contains', 'contains word', 'starts with', 'ends with'] as const) {
      expect(await matching({ field: 'person.country', op, value: hostile })).toEqual([]);
    }
    expect(await queryRows(database, 'select count(*) as n from subject')).toEqual([{ n: rows.length }]);
  });

  test('says which fields it reads, the clock among them when it counts days', () => {
    const condition: PlainCondition = { all: [country('is', 'x'), { not: country('is', 'y') }, { field: 'person.created_at', op: 'within last days', value: 3 }] };
    expect(fieldsIn(condition)).toEqual(['person.country', 'person.created_at', 'clock.as_of']);
  });

  test('that names an unknown field is refused with the place', () => {
    const condition: PlainCondition = { all: [{ any: [] }, { not: { field: 'person.shoe_size', op: 'is', value: 1 } }] };
    expect(() => compileCondition(condition, columnOf)).toThrow('all[1].not.field: there is no field “person.shoe_size” here.');
  });
});
