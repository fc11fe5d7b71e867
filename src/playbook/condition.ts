import { EngineError } from '../engine/errors';
import { quoteText, quoteValue } from '../engine/quoting';
import { clockField, type FieldType } from './fields';
import { testFault } from './fitness';
import { fitted } from './fitted';
import type { PlainCondition, Test } from './playbook';

/** Where a field stands in the SQL around a condition. */
export interface Column {
  sql: string;
  type: FieldType;
  /** The text in lower case without accents, where it is at hand already. */
  folded?: string;
  /** The folded text as ` word word `, where it is at hand already. */
  words?: string;
  /** The type is the file's, not ours: a test that does not fit it is done on its text. */
  isCustom?: boolean;
}

/** Finds a field's column; null when there is no such field here. */
export type ColumnOf = (field: string) => Column | null;

/**
 * A condition as one SQL expression that is true or false, never null, so that `not` means what it says. An empty
 * value (null or '') is never `is`, always `is not`; `within last days` reads the column of `clock.as_of`.
 * Throws EngineError `playbook.unknown-field` or `playbook.invalid`, naming the place inside the condition.
 */
export function compileCondition(condition: PlainCondition, columnOf: ColumnOf, path = ''): string {
  const inside = (part: string): string => (path === '' ? part : `${path}.${part}`);
  const each = (list: PlainCondition[], key: string): string[] =>
    list.map((child, at) => compileCondition(child, columnOf, inside(`${key}[${at}]`)));
  if ('all' in condition) return joined(each(condition.all, 'all'), 'and', 'true');
  if ('any' in condition) return joined(each(condition.any, 'any'), 'or', 'false');
  if ('not' in condition) return `not ${compileCondition(condition.not, columnOf, inside('not'))}`;
  const column = columnOf(condition.field);
  if (!column) throw new EngineError('playbook.unknown-field', `${inside('field')}: there is no field “${condition.field}” here.`);
  const fault = testFault(condition, column.type);
  if (fault && column.isCustom) return `(${compileLoosely(condition, column, columnOf)})`;
  if (fault) throw new EngineError('playbook.invalid', `${path || 'condition'}: ${fault}.`);
  return `(${compileTest(condition, column, columnOf)})`;
}

/** Every field that a condition reads, each once; `clock.as_of` among them when it counts days back from today. */
export function fieldsIn(condition: PlainCondition): string[] {
  const found =
    'all' in condition
      ? condition.all.flatMap(fieldsIn)
      : 'any' in condition
        ? condition.any.flatMap(fieldsIn)
        : 'not' in condition
          ? fieldsIn(condition.not)
          : [condition.field, ...(condition.op === 'within last days' ? [clockField] : [])];
  return [...new Set(found)];
}

/** Text in lower case without accents, by the engine itself so that column and value cannot differ. */
export const folded = (sql: string): string => `lower(strip_accents(${sql}))`;

/** Text as ` word word `: what is neither letter nor digit becomes one blank. */
export const words = (sql: string): string => `' ' || trim(regexp_replace(${sql}, '[^\\p{L}\\p{N}]+', ' ', 'g')) || ' '`;

/** A value folded: here when it is plain ASCII, so that the SQL reads well, else by the engine. */
function foldedLiteral(value: string): string {
  return /^[ -~]*$/.test(value) ? quoteText(value.toLowerCase()) : folded(quoteText(value));
}

function wordsLiteral(value: string, isExact: boolean): string {
  if (/^[a-zA-Z0-9 ]+$/.test(value)) return quoteText(` ${(isExact ? value : value.toLowerCase()).trim().replace(/ +/g, ' ')} `);
  return words(isExact ? quoteText(value) : folded(quoteText(value)));
}

function joined(parts: string[], operator: string, nothing: string): string {
  return parts.length === 0 ? nothing : `(${parts.join(` ${operator} `)})`;
}

function compileTest(test: Test, column: Column, columnOf: ColumnOf): string {
  if (test.op === 'within last days') return withinDays(test, column, columnOf);
  if (test.op === 'is empty') return isEmpty(column);
  if (test.op === 'is not empty') return `not (${isEmpty(column)})`;
  if (test.op === 'before' || test.op === 'after') return onDates(test, timestampOf(column));
  if (column.type === 'list') return onList(test, column);
  if (column.type === 'text') return onText(test, column);
  if (column.type === 'date') return onDates(test, column.sql);
  return onValues(test, column.sql, valuesOf(test).map(quoteValue));
}

/** A test that was written for another type than the file turned out to have; false where it fits nothing. */
function compileLoosely(test: Test, column: Column, columnOf: ColumnOf): string {
  const retyped = fitted(test, column.type);
  if (retyped) return compileTest(retyped, column, columnOf);
  const text: Column = column.type === 'text' ? column : { sql: `cast(${column.sql} as varchar)`, type: 'text' };
  const loose = fitted(test, 'text');
  return loose ? compileTest(loose, text, columnOf) : 'false';
}

function isEmpty({ sql, type }: Column): string {
  if (type === 'text') return `coalesce(${sql}, '') = ''`;
  if (type === 'list') return `coalesce(len(${sql}), 0) = 0`;
  return `${sql} is null`;
}

function onText(test: Test, column: Column): string {
  const values = valuesOf(test);
  // Numbers ask for an order of numbers, also where the column is text: '10' comes after '9'.
  if (isOrder(test) && values.every((value) => typeof value === 'number')) {
    return onValues(test, `try_cast(${column.sql} as double)`, values.map(quoteValue));
  }
  const literals = values.map((value) => literalOf(String(value), test));
  const [literal = ''] = literals;
  const text = `coalesce(${test.isExact ? column.sql : (column.folded ?? folded(column.sql))}, '')`;
  switch (test.op) {
    case 'contains':
      return `contains(${text}, ${literal})`;
    case 'starts with':
      return `starts_with(${text}, ${literal})`;
    case 'ends with':
      return `ends_with(${text}, ${literal})`;
    case 'contains word':
      return `contains(${(test.isExact ? undefined : column.words) ?? words(text)}, ${wordsLiteral(String(values[0]), test.isExact === true)})`;
    case 'matches':
      return matches(test, column);
    default:
      return onValues(test, text, literals, false);
  }
}

/** Case is left to the expression's own option: a pattern in lower case would turn `\S` into `\s`. */
function matches(test: Test, column: Column): string {
  const pattern = quoteText(String(test.value));
  if (test.isExact) return `regexp_matches(coalesce(${column.sql}, ''), ${pattern})`;
  return `regexp_matches(strip_accents(coalesce(${column.sql}, '')), strip_accents(${pattern}), 'i')`;
}

/** A list is a value if one of its elements is. */
function onList(test: Test, column: Column): string {
  const elements = test.isExact
    ? column.sql
    : (column.folded ?? `list_transform(${column.sql}, lambda element: ${folded('element')})`);
  const list = `coalesce(${elements}, [])`;
  const literals = valuesOf(test).map((value) => literalOf(String(value), test));
  const some = `list_has_any(${list}, cast([${literals.join(', ')}] as varchar[]))`;
  return test.op === 'is not' || test.op === 'is none of' ? `not ${some}` : some;
}

/** A value that is a day compares by days, a value with a time compares to the second. */
function onDates(test: Test, sql: string): string {
  const values = valuesOf(test).map(String);
  const isDay = values.every((value) => value.length === 10);
  const kind = isDay ? 'date' : 'timestamp';
  return onValues(test, `cast(${sql} as ${kind})`, values.map((value) => `cast(${quoteText(value)} as ${kind})`));
}

/** `sql` against literals; with nulls about, a comparison is made to say yes or no. */
function onValues({ op }: Test, sql: string, literals: string[], hasNulls = true): string {
  const [literal = 'null', second = 'null'] = literals;
  const sure = (comparison: string): string => (hasNulls ? `coalesce(${comparison}, false)` : comparison);
  switch (op) {
    case 'is':
      return hasNulls ? `${sql} is not distinct from ${literal}` : `${sql} = ${literal}`;
    case 'is not':
      return hasNulls ? `${sql} is distinct from ${literal}` : `${sql} <> ${literal}`;
    case 'is one of':
      return literals.length === 0 ? 'false' : sure(`${sql} in (${literals.join(', ')})`);
    case 'is none of':
      return literals.length === 0 ? 'true' : `not ${sure(`(${sql} in (${literals.join(', ')}))`)}`;
    case 'between':
      return sure(`${sql} between ${literal} and ${second}`);
    case 'before':
      return sure(`${sql} < ${literal}`);
    case 'after':
      return sure(`${sql} > ${literal}`);
    default:
      return sure(`${sql} ${op} ${literal}`);
  }
}

/** From `value` days before the as-of moment, that start left out, up to it; false when nobody knows what day it is. */
function withinDays(test: Test, column: Column, columnOf: ColumnOf): string {
  const clock = columnOf(clockField);
  if (!clock) throw new EngineError('playbook.unknown-field', `“${test.op}” cannot be used here: there is no as-of date.`);
  const start = `${clock.sql} - ${Number(test.value)} * interval 1 day`;
  const at = timestampOf(column);
  return `coalesce(${at} > ${start} and ${at} <= ${clock.sql}, false)`;
}

const literalOf = (value: string, { isExact }: Test): string => (isExact ? quoteText(value) : foldedLiteral(value));

const timestampOf = ({ sql, type }: Column): string => (type === 'text' ? `try_cast(${sql} as timestamp)` : sql);

const valuesOf = ({ value }: Test): (string | number | boolean)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const isOrder = ({ op }: Test): boolean => ['<', '<=', '>', '>=', 'between'].includes(op);
