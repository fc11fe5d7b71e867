import { quoteName } from '../engine/quoting';
import { compileCondition, fieldsIn, folded, words, type Column } from './condition';
import { noCustom, type CustomColumns } from './custom';
import { withFactsAsTests } from './facts';
import { clockField, fieldOf, fields, isCustom, type Field } from './fields';
import type { Condition, PlainCondition, Playbook, Subject } from './playbook';

/** A rule with the number that its `config.*` row has. */
export interface NumberedRule {
  number: number;
  condition: PlainCondition;
}

/** A rule whose facts have become tests; `subject` is whose they are where the condition does not say. */
export function numberedRule(number: number, condition: Condition, subject: Subject, playbook: Playbook): NumberedRule {
  return { number, condition: withFactsAsTests(condition, subject, playbook) };
}

/** The fields that some rules read, in the order of the catalogue, then custom ones and facts; the clock left out. */
export function fieldsOf(rules: readonly NumberedRule[], custom: CustomColumns = noCustom): Field[] {
  const used = new Set(rules.flatMap(({ condition }) => fieldsIn(condition)));
  const own = [...fields.values()].filter(({ name }) => used.has(name) && name !== clockField);
  const others = [...used].filter((name) => !fields.has(name)).flatMap((name) => fieldOf(name, custom) ?? []);
  return [...own, ...others];
}

/** A field as a column name: `person.country` → `person_country`; with an ending, the name of what is made of it. */
export function columnName({ name }: Field, ending = ''): string {
  const plain = name.replace('.', '_') + ending;
  return /^[a-z_][a-z0-9_]*$/.test(plain) ? plain : quoteName(plain);
}

/** A field as a selected column, its owner's table joined under the owner's name. */
export const selected = (field: Field): string => `${known(field)} as ${columnName(field)}`;

/** The joins for custom columns and facts, each under its owner's name, behind `person` or `account`; a missing column needs none. */
export function joinsOf(used: readonly Field[], subject: Subject): string[] {
  const owners = new Set(used.filter((field) => isCustom(field) && !field.isMissing).map(({ owner }) => owner));
  const join = (table: string, alias: string, key: string): string => `left join ${table} as ${alias} on ${alias}.${key} = ${subject}.${key}`;
  return [
    ...(owners.has('person_custom') ? [join('canon.person_custom', 'person_custom', 'person_no')] : []),
    ...(owners.has('account_custom') ? [join('canon.account_custom', 'account_custom', 'account_no')] : []),
    ...used.filter(({ owner }) => owner === 'fact').map((field) => join(`persona.${columnName(field)}`, columnName(field), field.column)),
  ];
}

/** A fact that everybody with the same title shares. */
export const isOfTitle = ({ owner }: Field): boolean => owner === 'title' || owner === 'meaning';

/** Where there is no title, level and function are `unknown` and the post counts as current, as in `persona.person`. */
function known(field: Field): string {
  const { owner, type, column } = field;
  if (field.isMissing) return 'cast(null as varchar)';
  if (owner === 'fact') return `${columnName(field)}.${column} is not null`;
  if (isCustom(field)) return `${owner}.${quoteName(column)}`;
  if (owner !== 'meaning' || type === 'list') return `${owner}.${column}`;
  return `coalesce(${owner}.${column}, ${type === 'boolean' ? 'true' : "'unknown'"})`;
}

/** The fields' columns again, made ready to compare: texts without case and accents, and as words where rules ask for words. */
export function prepared(used: readonly Field[], rules: readonly NumberedRule[]): string[] {
  const worded = wordedFields(rules);
  return used.filter(isFoldable).flatMap((field) => {
    const name = columnName(field);
    if (field.type === 'list') return [`list_transform(${name}, lambda element: ${folded('element')}) as ${columnName(field, '_folded')}`];
    const text = `${folded(name)} as ${columnName(field, '_folded')}`;
    return worded.has(field.name) ? [text, `${words(folded(`coalesce(${name}, '')`))} as ${columnName(field, '_words')}`] : [text];
  });
}

/**
 * One row per subject and rule that it fits. `subject` is the CTE that holds the fields' columns, the prepared ones and,
 * where a rule counts days, `as_of`.
 */
export function matchSelect(key: string, ruleKey: string, rules: readonly NumberedRule[], custom: CustomColumns = noCustom): string {
  const worded = wordedFields(rules);
  const columns = new Map(fieldsOf(rules, custom).map((field) => [field.name, columnFor(field, worded.has(field.name))]));
  columns.set(clockField, { sql: 'as_of', type: 'date' });
  const selects = rules.map(
    ({ number, condition }) =>
      `select ${key}, ${number} as ${ruleKey} from subject where ${compileCondition(condition, (name) => columns.get(name) ?? null)}`,
  );
  return selects.join('\nunion all\n') || `select ${key}, cast(null as integer) as ${ruleKey} from subject where false`;
}

/** What a subject needs beside its own columns for rules that count days from the as-of date. */
export function clockFor(rules: readonly NumberedRule[]): { column: string[]; join: string } {
  const isUsed = rules.some(({ condition }) => fieldsIn(condition).includes(clockField));
  return isUsed ? { column: ['clock.as_of'], join: ' cross join canon.clock as clock' } : { column: [], join: '' };
}

/** Levels, functions and modifiers are our own words, in lower case already. */
const isFoldable = ({ owner, type, column }: Field): boolean =>
  (type === 'text' || type === 'list') && (owner !== 'meaning' || column === 'phrases');

function columnFor(field: Field, isWorded: boolean): Column {
  const sql = columnName(field);
  const own = isCustom(field) ? { isCustom: true } : {};
  if (field.type !== 'text' && field.type !== 'list') return { sql, type: field.type, ...own };
  if (!isFoldable(field)) return { sql, type: field.type, folded: sql };
  const column: Column = { sql, type: field.type, folded: columnName(field, '_folded'), ...own };
  return isWorded && field.type === 'text' ? { ...column, words: columnName(field, '_words') } : column;
}

/** The fields in which some rule looks for whole words. */
function wordedFields(rules: readonly NumberedRule[]): Set<string> {
  const inside = (condition: PlainCondition): string[] => {
    if ('all' in condition) return condition.all.flatMap(inside);
    if ('any' in condition) return condition.any.flatMap(inside);
    if ('not' in condition) return inside(condition.not);
    return condition.op === 'contains word' ? [condition.field] : [];
  };
  return new Set(rules.flatMap(({ condition }) => inside(condition)));
}
