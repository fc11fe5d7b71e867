/** What a field holds, which decides the operators that fit it. */
export type FieldType = 'text' | 'list' | 'number' | 'date' | 'boolean';

/**
 * Whose fact a field is, as a name for that table in a query; never a phase's name, which would read as `schema.table`.
 * `meaning` is what a title was understood to say, `typed` a person's persona, known only after phase 3.
 */
export type FieldOwner = 'title' | 'meaning' | 'person' | 'typed' | 'account' | 'clock';

export interface Field {
  /** As a condition writes it: `person.country`. */
  name: string;
  type: FieldType;
  owner: FieldOwner;
  /** The column of the owner's table. */
  column: string;
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
];

/** Every field that a condition may name, by name. */
export const fields: ReadonlyMap<string, Field> = new Map(
  columns.flatMap(([prefix, owner, type, names]) =>
    names.split(' ').map((column) => [`${prefix}.${column}`, { name: `${prefix}.${column}`, type, owner, column }]),
  ),
);

/** What each kind of rule can know of its subject. */
export const ownersOf: Record<'persona' | 'seat' | 'audience', readonly FieldOwner[]> = {
  persona: ['title', 'meaning', 'person', 'account'],
  seat: ['title', 'meaning', 'person', 'typed', 'account'],
  audience: ['account'],
};
