import { operatorsFor, fieldOf, type Condition, type CustomColumns, type FactCondition, type Operator, type RuleKind, type Test, type TestValue } from '../../playbook';

/** A group of parts as the builder shows it: all of them, any of them, or none of them must hold. */
export interface Group {
  join: Join;
  parts: Condition[];
}
export type Join = 'all' | 'any' | 'none';

/** The group that a condition is; a condition that is none is a group of itself. */
export function toGroup(condition: Condition | null): Group {
  if (condition === null) return { join: 'all', parts: [] };
  if ('all' in condition) return { join: 'all', parts: condition.all };
  if ('any' in condition) return { join: 'any', parts: condition.any };
  if ('not' in condition && 'any' in condition.not) return { join: 'none', parts: condition.not.any };
  return { join: 'all', parts: [condition] };
}

export function fromGroup({ join, parts }: Group): Condition {
  if (join === 'none') return { not: { any: parts } };
  return join === 'all' ? { all: parts } : { any: parts };
}

/** Whether a part is drawn as a box of its own. */
export const isGroup = (condition: Condition): boolean =>
  'all' in condition || 'any' in condition || ('not' in condition && 'any' in condition.not);

/** A part that is turned round, and what is inside. */
export function toNegated(condition: Condition): { isNegated: boolean; inner: Test | FactCondition | Condition } {
  return 'not' in condition ? { isNegated: true, inner: condition.not } : { isNegated: false, inner: condition };
}

export const withNegated = (condition: Condition, isNegated: boolean): Condition => (isNegated ? { not: condition } : condition);

/** A first test that can be run as it stands. */
export function newTest(kind: RuleKind): Test {
  if (kind === 'opportunity') return { field: 'opportunity.is_won', op: 'is', value: true };
  if (kind === 'stage') return { field: 'group.is_engaged', op: 'is', value: true };
  return kind === 'audience' ? { field: 'account.industry', op: 'is not empty' } : { field: 'title.seniority', op: 'is one of', value: ['director'] };
}

export const newActivity: FactCondition = { activity: { atLeast: 1, withinDays: 90 } };
export const newOpportunity: FactCondition = { opportunity: { atLeast: 1, where: { all: [{ field: 'opportunity.is_closed', op: 'is', value: false }] } } };

/** The test on another field: its operator and value stay where they fit. */
export function withField(test: Test, field: string, custom: CustomColumns): Test {
  const [before, after] = [fieldOf(test.field, custom)?.type, fieldOf(field, custom)?.type ?? 'text'];
  if (before === after && test.field.split('.')[0] === field.split('.')[0]) return withOperator({ field, op: test.op, ...(test.isExact ? { isExact: true } : {}) }, test.op, after);
  const op = after === 'boolean' ? 'is' : 'is not empty';
  return withOperator({ field, op }, op, after);
}

/** The test with another operator, and a value of the shape that it takes. */
export function withOperator(test: Test, op: Operator, type = 'text'): Test {
  const { field, isExact } = test;
  const value = shaped(op, test.value, type);
  return { field, op, ...(value === undefined ? {} : { value }), ...(isExact ? { isExact } : {}) };
}

function shaped(op: Operator, value: TestValue | undefined, type: string): TestValue | undefined {
  const [first, second] = Array.isArray(value) ? value : [value];
  if (op === 'is empty' || op === 'is not empty') return undefined;
  if (op === 'is one of' || op === 'is none of') return Array.isArray(value) ? value : value === undefined || typeof value === 'boolean' ? [] : [value];
  if (type === 'boolean') return typeof first === 'boolean' ? first : true;
  if (op === 'within last days') return typeof first === 'number' ? first : 90;
  const isNumeric = type === 'number' || ['<', '<=', '>', '>='].includes(op);
  const fallback = op === 'before' || op === 'after' || type === 'date' ? '2026-01-01' : isNumeric ? 0 : '';
  const fit = (each: typeof first): string | number => (typeof each === typeof fallback && each !== undefined && typeof each !== 'boolean' ? each : fallback);
  return op === 'between' ? [fit(first), fit(second ?? first)] : fit(first);
}

/** The operators to offer for a field, each with how it reads. */
export function operatorChoices(field: string, custom: CustomColumns): { value: Operator; label: string }[] {
  return operatorsFor(fieldOf(field, custom)?.type ?? 'text').map((op) => ({ value: op, label: operatorWords[op] ?? op }));
}

const operatorWords: Partial<Record<Operator, string>> = {
  'is none of': 'is not one of',
  'contains word': 'contains the word',
  matches: 'matches the pattern',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
  between: 'is between',
  before: 'is before',
  after: 'is after',
  'within last days': 'is within the last days',
};
