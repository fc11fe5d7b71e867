import { expect, test } from 'vitest';
import { toCsvLine } from '../../src/util/csv';

test('cells are quoted only where they must be', () => {
  expect(toCsvLine(['plain', 'a,b', 'say "x"', 'two\nlines', null, 1.5])).toBe('plain,"a,b","say ""x""","two\nlines",,1.5\n');
});

test('a text that a spreadsheet would run is made harmless, a negative number is left alone', () => {
  expect(toCsvLine(['=1+1', '@x', -3, '-x'])).toBe("'=1+1,'@x,-3,'-x\n");
});

test('dates are ISO in UTC and lists are joined', () => {
  expect(toCsvLine([new Date(0), ['a', 'b']])).toBe('1970-01-01T00:00:00.000Z,a; b\n');
});
