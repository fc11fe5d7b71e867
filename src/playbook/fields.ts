import { customOwners, noCustom, type CustomColumns } from './custom';

/** What a field holds, which decides the operators that fit it. */
export type FieldType = 'text' | 'list' | 'number' | 'date' | 'boolean';

/**
 * Whose fact a field is, as a name for that table in a query; never a phase's name, which would read as `schema.table`.
 * `meaning` is what a title was understood to say, `typed` a person's persona, known only after phase 3; `fact` an answer
 * of yes or no that was worked out beforehand from history, opportunities or a list.
 */
export type FieldOwner =
  | 'title' | 'meaning' | 'person' | 'typed' | 'account' | 'clock' | 'opportunity' | 'group' | 'fact'
  | 'account_custom' | 'person_custom' | 'opportunity_custom';

export interface Field {
  /** As a condition writes it: `person.country`. */
  name: string;
  type: FieldType;
  owner: FieldOwner;
  /** The column of the owner's table. */
  column: string;
  /** A custom field that no loaded file has: it is empty everywhere. */
  isMissing?: boolean;
}

/** The as-of date, which `within last days` counts from. */
export const clockField = 'clock.as_of';

const columns: [prefix: string, owner: FieldOwner, type: FieldType, names: string][] = [
  ['title', 'title', 'text', 'job_title normalised'],
  ['title', 'meaning', 'text', 'seniority function'],
  ['title', 'meaning', 'list', 'modifiers phrases'],
  ['title', 'meaning', 'boolean', 'is_current'],
  [
    'person',
    'person',
    'text',
    'person_id first_name last_name full_name email email_domain phone job_title department given_seniority given_role country region city lead_source lead_status source_system',
  ],
  ['person', 'person', 'number', 'person_score'],
  ['person', 'person', 'boolean', 'is_opted_out'],
  ['person', 'person', 'date', 'lead_at mql_at sal_at sql_at opportunity_at customer_at created_at'],
  ['person', 'typed', 'text', 'persona'],
  ['person', 'typed', 'list', 'personas'],
  [
    'account',
    'account',
    'text',
    'account_id account_name domain website industry currency country region city parent_account_id account_type competitor_product owner source_system',
  ],
  ['account', 'account', 'number', 'employees annual_revenue'],
  ['account', 'account', 'boolean', 'is_competitor'],
  ['account', 'account', 'date', 'created_at'],
  ['clock', 'clock', 'date', 'as_of'],
  ['opportunity', 'opportunity', 'text', 'opportunity_id name stage currency lead_source solution_interest source_system'],
  ['opportunity', 'opportunity', 'number', 'amount'],
  ['opportunity', 'opportunity', 'boolean', 'is_closed is_won'],
  ['opportunity', 'opportunity', 'date', 'created_at close_at'],
  ['group', 'group', 'boolean', 'is_active is_engaged is_complete is_open has_pipeline is_won'],
  [
    'group',
    'group',
    'number',
    'completeness engagement members engaged_members activities seats_required seats_filled seats_empty people_missing open_opportunities open_pipeline won_opportunities won_amount',
  ],
  ['group', 'group', 'date', 'last_activity_at'],
];

/** Every field that a condition may name, by name. */
export const fields: ReadonlyMap<string, Field> = new Map(
  columns.flatMap(([prefix, owner, type, names]) =>
    names.split(' ').map((column) => [`${prefix}.${column}`, { name: `${prefix}.${column}`, type, owner, column }]),
  ),
);

/** What asks for facts: a rule for people (persona, seat), for accounts (audience), for groups (stage), or the inside of an opportunity condition. */
export type RuleKind = 'persona' | 'seat' | 'audience' | 'opportunity' | 'stage';

/** What each kind of rule can know of its subject. */
export const ownersOf: Record<RuleKind, readonly FieldOwner[]> = {
  persona: ['title', 'meaning', 'person', 'account', 'person_custom', 'account_custom', 'fact'],
  seat: ['title', 'meaning', 'person', 'typed', 'account', 'person_custom', 'account_custom', 'fact'],
  audience: ['account', 'account_custom', 'fact'],
  opportunity: ['opportunity', 'opportunity_custom'],
  stage: ['group'],
};

const customName = /^(account|person|opportunity)\.(custom_[\p{L}\p{N}_]+)$/u;

/**
 * The field of a name; null when there can be none. A custom field (`person.custom_region`) that no loaded file has is
 * `isMissing`, of type text, and empty everywhere.
 */
export function fieldOf(name: string, custom: CustomColumns = noCustom): Field | null {
  const own = fields.get(name);
  if (own) return own;
  if (name.startsWith('fact.')) return { name, type: 'boolean', owner: 'fact', column: name.startsWith('fact.account') ? 'account_no' : 'person_no' };
  const [, prefix, column = ''] = customName.exec(name) ?? [];
  const owner = customOwners.find((each) => each === prefix);
  if (!owner) return null;
  const found = custom[owner].find((each) => each.column === column);
  return { name, type: found?.type ?? 'text', owner: `${owner}_custom`, column, ...(found ? {} : { isMissing: true }) };
}

/** Whether a field is a column of a file that is none of ours. */
export const isCustom = ({ owner }: Field): boolean => owner.endsWith('_custom');
