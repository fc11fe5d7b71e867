import type { Database } from '../../engine/database';
import { quoteName } from '../../engine/quoting';
import { customOwners, type CustomColumn, type CustomColumns, type CustomOwner } from '../../playbook';
import { duckType, type ColumnType, type Entity } from './entities';
import type { Target } from './plan';

/** A part with columns of its own beside ours. */
export interface CustomPart {
  entity: Entity;
  table: string;
  custom: readonly CustomColumn[];
}

/** The columns of a file that are none of ours. */
export function customOf(targets: readonly Target[]): CustomColumn[] {
  return targets.filter(({ isCustom }) => isCustom).map(({ column, type }) => ({ column, type: fieldTypes[type] ?? 'text' }));
}

/** Those of all files, each once; where two files type one differently, it is text. */
export function customColumns(parts: readonly CustomPart[]): CustomColumns {
  const columnsOf = (owner: CustomOwner): CustomColumn[] => {
    const found = new Map<string, CustomColumn>();
    for (const each of parts.filter(({ entity }) => entity === owner).flatMap(({ custom }) => custom)) {
      const known = found.get(each.column);
      found.set(each.column, known && known.type !== each.type ? { column: each.column, type: 'text' } : each);
    }
    return [...found.values()];
  };
  return { account: columnsOf('account'), person: columnsOf('person'), opportunity: columnsOf('opportunity') };
}

/** `ingest.<entity>_custom` over the parts of all its files: what is none of ours, null where a file has no such column. */
export async function createCustomView(database: Database, entity: Entity, parts: readonly CustomPart[]): Promise<void> {
  const owner = customOwners.find((each) => each === entity);
  if (!owner) return;
  const its = parts.filter((part) => part.entity === owner);
  const all = customColumns(its)[owner];
  const nothing = 'select null::integer as file_no, null::integer as source_row where false';
  await database.run(`create or replace view ingest.${owner}_custom as ${its.map((part) => selectOf(part, all)).join(' union all ') || nothing}`);
}

function selectOf(part: CustomPart, all: readonly CustomColumn[]): string {
  const columns = all.map(({ column, type }) => {
    const own = part.custom.find((each) => each.column === column);
    const value = own?.type === type ? quoteName(column) : `cast(${own ? quoteName(column) : 'null'} as ${duckTypes[type]})`;
    return `${value} as ${quoteName(column)}`;
  });
  return `select ${['file_no', 'source_row', ...columns].join(', ')} from ${part.table}`;
}

const fieldTypes: Partial<Record<ColumnType, CustomColumn['type']>> = { double: 'number', timestamp: 'date', boolean: 'boolean' };
const duckTypes: Record<CustomColumn['type'], string> = {
  text: duckType('text'), number: duckType('double'), date: duckType('timestamp'), boolean: duckType('boolean'),
};
