import { expect, test } from 'vitest';
import { toSqlError } from '../../src/engine/errors';

const sql = 'select 1\nlimt 5';

test('an error of the parser, which comes as JSON, reads and points as every other', () => {
  const json = JSON.stringify({ exception_type: 'Parser', exception_message: 'syntax error at or near "5"\n\nLINE 2: limt 5\n             ^', error_subtype: 'SYNTAX_ERROR', position: '14' });

  const error = toSqlError(new Error(json), sql);
  expect(error.message).toBe('Parser Error: syntax error at or near "5"');
  expect(error.position).toBe(sql.indexOf('5'));
});

test('an error that only looks like JSON is shown as it came', () => {
  expect(toSqlError(new Error('{"exception_type": cut off'), sql).message).toBe('{"exception_type": cut off');
});

test.each(['INTERNAL Error: Cannot perform IO in in-memory database', 'FATAL Error: Failed: database has been invalidated because of a previous fatal error.'])('an engine that gave up is dead: %s', (message) => {
  expect(toSqlError(new Error(message), 'select 1').code).toBe('engine.dead');
  expect(toSqlError(new Error(`Invalid Input Error: ${message}`), 'select 1').code).toBe('sql.failed');
});
