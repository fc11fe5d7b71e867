import { expect, test } from 'vitest';
import { bounded, isSelect } from '../../src/cells';

test.each(['select 1', '  -- why\nselect 1', '/* a */ with x as (select 1) from x', 'from score.seat', 'values (1)', '(select 1)'])(
  '%j gives rows and can be cut', (sql) => expect(isSelect(sql)).toBe(true),
);

test.each(['create table x as select 1', 'selection', 'explain select 1', 'describe score.seat', 'show tables'])(
  '%j runs as it stands', (sql) => expect(bounded(sql)).toEqual({ sql, shift: 0 }),
);

test('a place in the SQL as run is a place in the SQL as written, so many characters on', () => {
  const { sql, shift } = bounded('select 1;\n');
  expect(sql.slice(shift)).toBe('select 1\n) limit 10001');
});
