import type { FieldType } from './fields';

/** The kinds of record whose files may bring columns of their own. */
export const customOwners = ['account', 'person', 'opportunity'] as const;
export type CustomOwner = (typeof customOwners)[number];

/** A column that some loaded file has and that is none of ours, such as `custom_region`. */
export interface CustomColumn {
  column: string;
  /** `text` unless a hint typed it, or where two files type it differently. */
  type: Exclude<FieldType, 'list'>;
}

/** The columns of the loaded files that are none of ours, by the kind of record, in the order they came. */
export type CustomColumns = Readonly<Record<CustomOwner, readonly CustomColumn[]>>;

export const noCustom: CustomColumns = { account: [], person: [], opportunity: [] };

/**
 * The custom columns of a database, told from its list of tables (`EngineApi.tables`): those of `canon.account_custom`,
 * `canon.person_custom` and `canon.opportunity_custom`. None before the first run.
 */
export function customIn(
  tables: readonly { schema: string; table: string; columns: readonly { name: string; type: string }[] }[],
): CustomColumns {
  const columnsOf = (owner: CustomOwner): CustomColumn[] =>
    (tables.find(({ schema, table }) => schema === 'canon' && table === `${owner}_custom`)?.columns ?? [])
      .filter(({ name }) => name.startsWith('custom_'))
      .map(({ name, type }) => ({ column: name, type: types[type.toUpperCase()] ?? 'text' }));
  return { account: columnsOf('account'), person: columnsOf('person'), opportunity: columnsOf('opportunity') };
}

const types: Record<string, CustomColumn['type']> = { DOUBLE: 'number', TIMESTAMP: 'date', BOOLEAN: 'boolean' };
