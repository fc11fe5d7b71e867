import type { MemoryReport, TableInfo } from './api';
import type { Database } from './database';
import { queryRows } from './wire';

/** Every table and view of the engine with its columns, by schema and name. */
export async function listTables(database: Database): Promise<TableInfo[]> {
  const tables = await queryRows(database, tablesSql);
  const columns = await queryRows(database, columnsSql);
  return tables.map((row) => ({
    schema: String(row.schema_name),
    table: String(row.table_name),
    rows: row.estimated_size === null ? null : Number(row.estimated_size),
    columns: columns
      .filter((column) => column.table_oid === row.table_oid)
      .map((column) => ({ name: String(column.column_name), type: String(column.data_type) })),
  }));
}

/** What DuckDB holds; the size of the WebAssembly memory around it is the engine's to say. */
export async function measureMemory(database: Database, wasm: number): Promise<MemoryReport> {
  const [row] = await queryRows(database, memorySql);
  return { wasm, used: Number(row?.used ?? 0), temporary: Number(row?.temporary ?? 0) };
}

const tablesSql = `
select schema_name, table_name, table_oid, estimated_size from duckdb_tables() where not internal
union all
select schema_name, view_name, view_oid, null from duckdb_views() where not internal
order by schema_name, table_name`;

const columnsSql = `
select table_oid, column_name, data_type from duckdb_columns() where not internal order by table_oid, column_index`;

const memorySql = `
select sum(memory_usage_bytes)::double as used, sum(temporary_storage_bytes)::double as temporary from duckdb_memory()`;
