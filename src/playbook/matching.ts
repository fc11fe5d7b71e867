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

/**
 * One row per thing and rule that it fits: `key` from `source`, which has the fields' columns, against each rule's
 * condition. The texts are put in lower case once, not in every test.
 */
export function matchSelect(source: string, key: string, ruleKey: string, rules: readonly NumberedRule[]): string {
  const used = fieldsOf(rules);
  const usesClock = rules.some(({ condition }) => fieldsIn(condition).includes(clockField));
  const worded = new Set(rules.flatMap(({ condition }) => wordFields(condition)));
  const prepared = used.flatMap((field) => preparedColumns(field, worded.has(field.name)));
  const columnOf = (name: string): Column | null => {
    if (name === clockField) return { sql: 'as_of', type: 'date' };
    const field = used.find((each) => each.name === name);
    return field ? columnFor(field, worded.has(name)) : null;
  };
  const selects = rules.map(
    ({ number, condition }) => `select ${key}, ${number} as ${ruleKey} from subject where ${compileCondition(condition, columnOf)}`,
  );
  const none = `select ${key}, cast(null as integer) as ${ruleKey} from subject where false`;
  return [
    'with subject as (',
    `    select source.${key}${[...prepared, ...(usesClock ? ['clock.as_of'] : [])].map((column) => `, ${column}`).join('')}`,
    `    from ${source} as source${usesClock ? ' cross join canon.clock as clock' : ''}`,
    ')',
    selects.length === 0 ? none : selects.join('\nunion all\n'),
  ].join('\n');
}

/** Where there is no title, level and function are `unknown` and the post counts as current, as in `persona.person`. */
function known({ owner, type, column }: Field): string {
  if (owner !== 'meaning' || type === 'list') return `${owner}.${column}`;
  return `coalesce(${owner}.${column}, ${type === 'boolean' ? 'true' : "'unknown'"})`;
}

function preparedColumns(field: Field, isWorded: boolean): string[] {
  const name = columnName(field);
  const plain = `source.${name}`;
  if (field.type === 'list') return [plain, `list_transform(${plain}, lambda element: ${folded('element')}) as ${name}_folded`];
  if (field.type !== 'text') return [plain];
  const both = [plain, `${folded(plain)} as ${name}_folded`];
  return isWorded ? [...both, `${words(folded(`coalesce(${plain}, '')`))} as ${name}_words`] : both;
}

function columnFor(field: Field, isWorded: boolean): Column {
  const sql = columnName(field);
  const column: Column = { sql, type: field.type };
  if (field.type === 'text' || field.type === 'list') column.folded = `${sql}_folded`;
  if (isWorded && field.type === 'text') column.words = `${sql}_words`;
  return column;
}

/** The fields in which a condition looks for whole words. */
function wordFields(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(wordFields);
  if ('any' in condition) return condition.any.flatMap(wordFields);
  if ('not' in condition) return wordFields(condition.not);
  return condition.op === 'contains word' ? [condition.field] : [];
}
