import { expect, test } from 'vitest';
import { inOrder } from '../../src/pipeline/order';
import { tablesIn } from '../../src/pipeline/table';

test('a table comes after everything it reads', () => {
  const reads = new Map([
    ['c', ['b', 'a']],
    ['b', ['a']],
    ['a', ['given']],
  ]);
  expect(inOrder(reads)).toEqual(['a', 'b', 'c']);
});

test('a circle is named with its path', () => {
  const reads = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(() => inOrder(reads)).toThrow('b → c → b');
});

test('tables are found in code, not in comments or texts', () => {
  const sql = "-- canon.not\nselect 'role.neither', x from canon.person join score.seat using (y) -- persona.no";
  expect(tablesIn(sql)).toEqual(['canon.person', 'score.seat']);
  expect(tablesIn("-- it's one\nselect 'a -- b' as x from canon.person where y = 'c''s' and z in (select z from score.seat)")).toEqual(['canon.person', 'score.seat']);
});
