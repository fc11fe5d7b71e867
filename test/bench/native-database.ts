import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/engine/database';
import { toSqlError } from '../../src/engine/errors';
import { dataFolder } from '../../src/engine/opening';
import { nativeDuckDb } from './yardstick';

/**
 * DuckDB as it runs outside a browser, on one thread: the bench's yardstick. Paths are taken from `folder`; a Blob listed in
 * `paths` is linked there, so that both sides read the same file in place.
 */
export async function openNativeDatabase(folder: string, paths: ReadonlyMap<Blob, string>): Promise<Database> {
  const { DuckDBInstance } = nativeDuckDb(join(folder, 'duckdb'));
  mkdirSync(join(folder, dataFolder), { recursive: true });
  process.chdir(folder);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const guard = async <T>(sql: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (thrown) {
      throw toSqlError(thrown, sql);
    }
  };
  return {
    run: (sql) => guard(sql, async () => void (await connection.run(sql))),
    query: (sql) =>
      guard(sql, async () => {
        const reader = await connection.runAndReadAll(sql);
        const columns = reader.getColumnsObjectJS();
        // Arrow infers no type from nothing; an empty result keeps its column names only.
        return tableToIPC(tableFromArrays(columns), 'stream');
      }),
    addFile: async (path, content) => {
      rmSync(path, { force: true });
      const original = content instanceof Blob ? paths.get(content) : undefined;
      if (original) symlinkSync(original, path);
      else writeFileSync(path, content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
    },
    dropFile: async (path) => rmSync(path, { force: true }),
    insertArrow: () => Promise.reject(new Error('not needed for the bench')),
    close: async () => connection.closeSync(),
  };
}
