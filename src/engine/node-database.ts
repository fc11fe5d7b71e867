import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { createRequire } from 'node:module';
import type { Database } from './database';
import { toSqlError } from './errors';
import { openingFor } from './opening';

/** The browser's engine build in Node, hardened the same way: for tests and for scoring without a page. */
export async function openNodeDatabase(): Promise<Database> {
  const find = createRequire(import.meta.url).resolve;
  const bundle = {
    mainModule: find('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
    mainWorker: find('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs'),
  };
  const engine = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await engine.instantiate(() => undefined);
  engine.open({ path: ':memory:' });
  const connection = engine.connect();
  for (const sql of openingFor(false)) connection.query(sql);

  const handle = connection.useUnsafe((_, id) => id);
  const query = (sql: string): Uint8Array => {
    try {
      return engine.runQuery(handle, sql);
    } catch (thrown) {
      throw toSqlError(thrown, sql);
    }
  };
  return {
    run: async (sql) => void query(sql),
    query: async (sql) => query(sql),
    addFile: async (path, content) =>
      engine.registerFileBuffer(path, content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content.slice()),
    dropFile: async (path) => void engine.dropFile(path),
    insertArrow: async (schema, table, stream, isMore = false) => {
      try {
        connection.insertArrowFromIPCStream(stream, { schema, name: table, create: !isMore });
      } catch (thrown) {
        throw toSqlError(thrown, '');
      }
    },
    close: async () => {
      connection.close();
      engine.reset();
    },
  };
}
