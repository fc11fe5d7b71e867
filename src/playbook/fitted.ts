import type { FieldType } from './fields';
import { testFault } from './fitness';
import type { Test } from './playbook';

/** A test with its values written as a type wants them, as '10' for the number 10; null when it cannot fit. */
export function fitted(test: Test, type: FieldType): Test | null {
  const { value } = test;
  const change = changes[type];
  const changed: Test =
    value === undefined || change === undefined
      ? test
      : { ...test, value: Array.isArray(value) ? value.map((each) => change(each) as string | number) : change(value) };
  return testFault(changed, type) === null ? changed : null;
}

type Value = string | number | boolean;

/** A value that cannot be changed stays, and then does not fit. A list holds no yes or no, so it gives none. */
const changes: Partial<Record<FieldType, (value: Value) => Value>> = {
  text: (value) => (typeof value === 'boolean' ? String(value) : value),
  number: (value) => (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value),
  boolean: (value) => ({ true: true, yes: true, false: false, no: false })[String(value).toLowerCase()] ?? value,
};
