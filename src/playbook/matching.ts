import { compileCondition, fieldsIn, folded, words, type Column } from './condition';
import { clockField, fields, type Field } from './fields';
import type { Condition } from './playbook';

/** A rule with the number that its `config.*` row has. */
export interface NumberedRule {
  number: number;
  condition: Condition;
}

/** The fields that some rules read, in the order of the catalogue, the clock left out. */
export function fieldsOf(rules: readonly NumberedRule[]): Field[] {
  const used = new Set(rules.flatMap(({ condition }) => fieldsIn(condition)));
  return [...fields.values()].filter(({ name }) => used.has(name) && name !== clockField);
}

/** A field as a column name: `person.country` → `person_country`. */
export const columnName = ({ name }: Field): string => name.replace('.', '_');

/** A field as a selected column, its owner's table joined under the owner's name. */
export const selected = (field: Field): string => `${known(field)} as ${columnName(field)}`;

/** A fact that everybody with the same title shares. */
export const isOfTitle = ({ owner }: Field): boolean => owner === 'title' || owner === 'meaning';

/** Where there is no title, level and function are `unknown` and the post counts as current, as in `persona.person`. */
function known({ owner, type, column }: Field): string {
  if (owner !== 'meaning' || type === 'list') return `${owner}.${column}`;
  return `coalesce(${owner}.${column}, ${type === 'boolean' ? 'true' : "'unknown'"})`;
}

/** The fields' columns again, made ready to compare: texts without case and accents, and as words where rules ask for words. */
export function prepared(used: readonly Field[], rules: readonly NumberedRule[]): string[] {
  const worded = wordedFields(rules);
  return used.filter(isFoldable).flatMap((field) => {
    const name = columnName(field);
    if (field.type === 'list') return [`list_transform(${name}, lambda element: ${folded('element')}) as ${name}_folded`];
    const text = `${folded(name)} as ${name}_folded`;
    return worded.has(field.name) ? [text, `${words(folded(`coalesce(${name}, '')`))} as ${name}_words`] : [text];
  });
}

/**
 * One row per subject and rule that it fits. `subject` is the CTE that holds the fields' columns, the prepared ones and,
 * where a rule counts days, `as_of`.
 */
export function matchSelect(key: string, ruleKey: string, rules: readonly NumberedRule[]): string {
  const worded = wordedFields(rules);
  const columns = new Map(fieldsOf(rules).map((field) => [field.name, columnFor(field, worded.has(field.name))]));
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
  if (field.type !== 'text' && field.type !== 'list') return { sql, type: field.type };
  if (!isFoldable(field)) return { sql, type: field.type, folded: sql };
  const column: Column = { sql, type: field.type, folded: `${sql}_folded` };
  return isWorded && field.type === 'text' ? { ...column, words: `${sql}_words` } : column;
}

/** The fields in which some rule looks for whole words. */
function wordedFields(rules: readonly NumberedRule[]): Set<string> {
  const inside = (condition: Condition): string[] => {
    if ('all' in condition) return condition.all.flatMap(inside);
    if ('any' in condition) return condition.any.flatMap(inside);
    if ('not' in condition) return inside(condition.not);
    return condition.op === 'contains word' ? [condition.field] : [];
  };
  return new Set(rules.flatMap(({ condition }) => inside(condition)));
}
