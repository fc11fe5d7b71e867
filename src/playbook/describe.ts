import { describeActivity, describeList, describeOpportunity } from './describe-fact';
import { capitalised, fieldLabel, listed, valueLabel, valuesOf } from './labels';
import type { Condition, FactCondition, Operator, Test } from './playbook';

/**
 * A condition as one English sentence without its full stop: "Seniority is VP or C-level, and function is Marketing;
 * attended an event at least twice in the last 90 days". A semicolon is an "and". Of no parts: "Everything" or "Nothing".
 */
export function describeCondition(condition: Condition): string {
  return capitalised(clause(condition, false));
}

/** A condition on history, opportunities or a list as the same sentence, with a small letter. */
export const describeFact = (condition: FactCondition): string => factClause(condition, false);

function clause(condition: Condition, isNegated: boolean): string {
  if ('not' in condition) return clause(condition.not, !isNegated);
  if ('all' in condition || 'any' in condition) return treeClause(condition, isNegated);
  return 'field' in condition ? testClause(condition, isNegated) : factClause(condition, isNegated);
}

/** What is not all of several is not one of them, and the other way round. */
function treeClause(condition: Tree, isNegated: boolean): string {
  const isAll = 'all' in condition !== isNegated;
  const parts = partsOf(condition);
  const [only] = parts;
  if (!only) return isAll ? 'everything' : 'nothing';
  return parts.length === 1 ? clause(only, isNegated) : treeWords(parts, isAll, isNegated);
}

type Tree = { all: Condition[] } | { any: Condition[] };

/** The parts to be told one by one: those of needless groups are the outer one's, and values of one wording stand together. */
function partsOf(condition: Tree): Condition[] {
  const join = 'all' in condition ? 'all' : 'any';
  const parts = withoutNeedlessGroups('all' in condition ? condition.all : condition.any, join);
  return join === 'any' ? valuesTogether(parts) : parts;
}

function treeWords(parts: readonly Condition[], isAll: boolean, isNegated: boolean): string {
  const clauses = parts.map((part) => (isTree(part) ? `(${clause(part, isNegated)})` : clause(part, isNegated)));
  return isAll ? joined(parts, clauses) : `either ${clauses.join(', or ')}`;
}

/** A group inside a group of its own kind needs no brackets: its parts are the outer one's. */
function withoutNeedlessGroups(parts: readonly Condition[], join: 'all' | 'any'): Condition[] {
  return parts.flatMap((part) => {
    const own = join === 'all' ? ('all' in part ? part.all : null) : 'any' in part ? part.any : null;
    return own ? withoutNeedlessGroups(own, join) : [part];
  });
}

/** Of tests that any may pass, those on one field with one wording are one test with several values. */
function valuesTogether(parts: readonly Condition[]): Condition[] {
  return parts.reduce<Condition[]>((all, part) => {
    const last = all.at(-1);
    if (!last || !isWording(last) || !isWording(part) || last.field !== part.field || last.op !== part.op || last.isExact !== part.isExact) return [...all, part];
    return [...all.slice(0, -1), { ...last, value: [...valuesOf(last.value), ...valuesOf(part.value)].map(String) }];
  }, []);
}

const isWording = (condition: Condition): condition is Test =>
  'field' in condition && ['contains', 'contains word', 'starts with', 'ends with'].includes(condition.op);

/** Tests with commas and an "and"; a fact stands apart. */
function joined(parts: readonly Condition[], clauses: readonly string[]): string {
  return clauses.reduce((sum, each, at) => {
    const [before, part] = [parts[at - 1], parts[at]];
    if (at === 0 || !before || !part) return each;
    const isApart = isFactual(before) || isFactual(part);
    const isLast = at === clauses.length - 1 || isFactual(parts[at + 1] ?? part);
    return `${sum}${isApart ? '; ' : isLast ? ', and ' : ', '}${each}`;
  }, '');
}

/** Several parts, seen through any `not`; one part alone needs no brackets. */
function isTree(condition: Condition): boolean {
  if ('not' in condition) return isTree(condition.not);
  if (!('all' in condition || 'any' in condition)) return false;
  const parts = partsOf(condition);
  const [only] = parts;
  return parts.length > 1 || (only !== undefined && isTree(only));
}

const isFactual = (condition: Condition): boolean =>
  'not' in condition ? isFactual(condition.not) : 'activity' in condition || 'opportunity' in condition || 'list' in condition;

function factClause(condition: FactCondition, isNegated: boolean): string {
  if ('activity' in condition) return describeActivity(condition, isNegated);
  if ('list' in condition) return describeList(condition, isNegated);
  const { where } = condition.opportunity;
  return describeOpportunity(condition, where ? clause(where, false) : '', isNegated);
}

function testClause({ field, op, value }: Test, isNegated: boolean): string {
  const label = fieldLabel(field);
  const [first] = valuesOf(value);
  // "is opted out", "the post is current": such a label is a sentence of its own.
  if (typeof first === 'boolean' && / ?\bis /.test(label)) {
    return (op === 'is not') !== (first !== isNegated) ? label : label.replace(/\bis /, 'is not ');
  }
  const shown = valuesOf(value).map((each) => valueLabel(field, each));
  const phrase = (isNegated ? negated[op] : phrases[op])(shown);
  return `${label} ${phrase}`;
}

type Phrase = (values: string[]) => string;
const one = (words: string): Phrase => ([value = '']) => `${words} ${value}`;
const quoted = (words: string): Phrase => (values) => `${words} ${listed((values.length > 0 ? values : ['']).map((value) => `“${value}”`))}`;
const days = (words: string): Phrase => ([value = '']) => `${words} in the last ${value === '1' ? 'day' : `${value} days`}`;

const phrases: Record<Operator, Phrase> = {
  is: one('is'),
  'is not': one('is not'),
  'is one of': (values) => `is ${listed(values)}`,
  'is none of': (values) => `is not ${listed(values)}`,
  contains: quoted('contains'),
  'contains word': quoted('contains the word'),
  'starts with': quoted('starts with'),
  'ends with': quoted('ends with'),
  matches: quoted('matches the pattern'),
  'is empty': () => 'is empty',
  'is not empty': () => 'is not empty',
  '<': one('is below'),
  '<=': one('is at most'),
  '>': one('is above'),
  '>=': one('is at least'),
  between: ([low = '', high = '']) => `is between ${low} and ${high}`,
  before: one('is before'),
  after: one('is after'),
  'within last days': days('is'),
};

/** What is empty is never below or above anything, so that "not below" is not "at least". */
const negated: Record<Operator, Phrase> = {
  is: phrases['is not'],
  'is not': phrases.is,
  'is one of': phrases['is none of'],
  'is none of': phrases['is one of'],
  contains: quoted('does not contain'),
  'contains word': quoted('does not contain the word'),
  'starts with': quoted('does not start with'),
  'ends with': quoted('does not end with'),
  matches: quoted('does not match the pattern'),
  'is empty': phrases['is not empty'],
  'is not empty': phrases['is empty'],
  '<': one('is not below'),
  '<=': one('is not at most'),
  '>': one('is not above'),
  '>=': one('is not at least'),
  between: ([low = '', high = '']) => `is not between ${low} and ${high}`,
  before: one('is not before'),
  after: one('is not after'),
  'within last days': days('is not'),
};
