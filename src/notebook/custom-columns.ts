import type { TableInfo } from '../engine/api';
import { customOwners, type CustomColumn, type CustomColumns } from '../playbook';

/** The columns of the loaded files that are none of ours, as the engine's tables have them. */
export function customColumnsOf(tables: readonly TableInfo[]): CustomColumns {
  const columnsOf = (owner: string): CustomColumn[] => {
    const columns = tables.find(({ schema, table }) => schema === 'canon' && table === `${owner}_custom`)?.columns ?? [];
    return columns.filter(({ name }) => name.startsWith('custom_')).map(({ name, type }) => ({ column: name, type: types[type] ?? 'text' }));
  };
  const [account, person, opportunity] = customOwners.map(columnsOf);
  return { account: account ?? [], person: person ?? [], opportunity: opportunity ?? [] };
}

const types: Record<string, CustomColumn['type']> = { DOUBLE: 'number', TIMESTAMP: 'date', BOOLEAN: 'boolean' };
