import type { FieldType } from './fields';
import { patternFault } from './pattern';
import type { Operator, Test, TestValue } from './playbook';

/** Why a test makes no sense on a field of this type, as the end of a sentence; null when it does. */
export function testFault(test: Test, type: FieldType): string | null {
  if (!operatorsOf[type].includes(test.op)) return `“${test.op}” does not fit ${noun[type]}`;
  const fault = shapeFault(test.op, test.value) ?? kindFault(test, type);
  if (fault) return fault;
  if (test.op === 'matches') return patternFault(String(test.value));
  if (test.op === 'contains word' && !/[\p{L}\p{N}]/u.test(String(test.value))) return 'the word has no letter or digit';
  return null;
}

/** The operators that fit a type, in the order to offer them. */
export const operatorsFor = (type: FieldType): readonly Operator[] => operatorsOf[type];

const equality: Operator[] = ['is', 'is not', 'is one of', 'is none of', 'is empty', 'is not empty'];
const order: Operator[] = ['<', '<=', '>', '>=', 'between'];
const times: Operator[] = ['before', 'after', 'within last days'];
const wording: Operator[] = ['contains', 'contains word', 'starts with', 'ends with', 'matches'];

/** Text may hold numbers and dates (a column of a file nobody typed), so it takes their operators too. */
const operatorsOf: Record<FieldType, Operator[]> = {
  text: [...equality, ...order, ...times, ...wording],
  list: [...equality, 'contains'],
  number: [...equality, ...order],
  date: [...equality, ...order, ...times],
  boolean: ['is', 'is not', 'is empty', 'is not empty'],
};

const noun: Record<FieldType, string> = {
  text: 'text',
  list: 'a list',
  number: 'a number',
  date: 'a date',
  boolean: 'yes or no',
};

function shapeFault(op: Operator, value: TestValue | undefined): string | null {
  if (op === 'is empty' || op === 'is not empty') return value === undefined ? null : `“${op}” takes no value`;
  if (value === undefined) return `“${op}” needs a value`;
  if (op === 'is one of' || op === 'is none of') return Array.isArray(value) ? null : `“${op}” needs a list`;
  if (op === 'between') return Array.isArray(value) && value.length === 2 ? null : '“between” needs a list of two';
  if (op === 'within last days') return isNatural(value) ? null : '“within last days” needs a whole number of days';
  return Array.isArray(value) ? `“${op}” needs one value, not a list` : null;
}

function kindFault({ op, value }: Test, type: FieldType): string | null {
  if (value === undefined || op === 'within last days') return null;
  const values = Array.isArray(value) ? value : [value];
  if (type === 'boolean') return typeof value === 'boolean' ? null : 'the value must be true or false';
  if (values.some((each) => typeof each === 'boolean')) return `a value of true or false does not fit ${noun[type]}`;
  if (type === 'number' || isNumeric(op, values)) {
    return values.every((each) => typeof each === 'number' && Number.isFinite(each)) ? null : 'the value must be a number';
  }
  if (type === 'date' || op === 'before' || op === 'after') {
    return values.every(isMoment) ? null : 'the value must be a date such as 2026-01-31';
  }
  return null;
}

/** On text, an order between numbers is asked for by giving numbers. */
const isNumeric = (op: Operator, values: unknown[]): boolean => order.includes(op) && values.some((each) => typeof each === 'number');

const isNatural = (value: TestValue): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000;

/** `2026-01-31`, or with a UTC time `2026-01-31 12:00[:00]`; a day that the calendar has. */
export function isMoment(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/.exec(value);
  const day = found?.[1];
  if (day === undefined) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
