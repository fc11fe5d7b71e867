import { noCustom, type CustomColumns } from './custom';
import { clockField, fieldOf, fields, isCustom, ownersOf, type Field, type FieldType, type RuleKind } from './fields';
import { operatorsFor } from './fitness';
import { capitalised, fieldLabel } from './labels';
import { functions, modifiers, seniorityRanks } from './phrases/phrase';
import type { Operator, Playbook } from './playbook';

/** Where the values of a field can be looked up, to choose from: a column of a table, a list, or nowhere (numbers and dates). */
export type KnownValues = { table: string; column: string } | { list: readonly string[] } | null;

/** What a person who builds a condition needs to know of a field. */
export interface FieldChoice {
  /** As a test names it: `person.country`. */
  name: string;
  /** "Country". */
  label: string;
  /** The heading it belongs under: "Title", "Person", "Account", "Opportunity", and "… columns of your files" for custom ones. */
  group: string;
  type: FieldType;
  /** A custom column that a rule names and no loaded file has. */
  isMissing: boolean;
  operators: readonly Operator[];
  values: KnownValues;
}

/** Every field that a kind of rule may test, in the order to offer them; custom ones last. */
export function fieldChoices(kind: RuleKind, custom: CustomColumns = noCustom): FieldChoice[] {
  const own = [...fields.values()].filter(({ name, owner }) => name !== clockField && ownersOf[kind].includes(owner));
  return [...own, ...customFields(kind, custom)].map(choiceOf);
}

/** One field as `fieldChoices` gives it, missing ones too; null when there can be no such field. */
export function fieldChoice(name: string, custom: CustomColumns = noCustom): FieldChoice | null {
  const field = fieldOf(name, custom);
  return field && field.owner !== 'fact' && name !== clockField ? choiceOf(field) : null;
}

/** What an activity condition may name, each to choose from. */
export const activityValues: Record<'types' | 'channels', { table: string; column: string }> = {
  types: { table: 'config.activity_alias', column: 'activity_type' },
  channels: { table: 'config.activity_alias', column: 'channel' },
};

/** The names that `{ list: … }` may have in a kind of rule: audiences, then the playbook's lists; in an audience none of people. */
export function listChoices(kind: RuleKind, { audiences, lists = [] }: Pick<Playbook, 'audiences' | 'lists'>): string[] {
  if (kind === 'opportunity' || kind === 'stage') return [];
  const fitting = lists.filter(({ entity }) => kind !== 'audience' || entity === 'account');
  return [...audiences, ...fitting].map(({ name }) => name);
}

function customFields(kind: RuleKind, custom: CustomColumns): Field[] {
  const names = (['person', 'account', 'opportunity'] as const).flatMap((owner) => custom[owner].map(({ column }) => `${owner}.${column}`));
  return names.flatMap((name) => fieldOf(name, custom) ?? []).filter(({ owner }) => ownersOf[kind].includes(owner));
}

function choiceOf(field: Field): FieldChoice {
  const [prefix = ''] = field.name.split('.');
  return {
    name: field.name,
    label: capitalised(fieldLabel(field.name)),
    group: isCustom(field) ? `${capitalised(prefix)} columns of your files` : capitalised(prefix),
    type: field.type,
    isMissing: field.isMissing === true,
    operators: operatorsFor(field.type),
    values: valuesIn(field),
  };
}

function valuesIn({ name, type, owner, column, isMissing }: Field): KnownValues {
  const words = known[name];
  if (words) return { list: words };
  if (isMissing || (type !== 'text' && type !== 'list')) return null;
  const source = sources[owner];
  return source && type === 'text' ? { table: source, column } : null;
}

const known: Record<string, readonly string[]> = {
  'title.seniority': [...Object.entries(seniorityRanks).sort(([, a], [, b]) => b - a).map(([level]) => level), 'unknown'],
  'title.function': [...functions, 'unknown'],
  'title.modifiers': modifiers,
};

const sources: Partial<Record<Field['owner'], string>> = {
  title: 'persona.title', person: 'canon.person', typed: 'persona.person', account: 'canon.account', opportunity: 'canon.opportunity',
  person_custom: 'canon.person_custom', account_custom: 'canon.account_custom', opportunity_custom: 'canon.opportunity_custom',
};
