import { bounded, isSelect, rowLimit } from '../cells';
import type { EngineClient } from '../engine/client';
import { EngineError } from '../engine/errors';
import { quoteName } from '../engine/quoting';
import type { Asker } from './cell-runs.svelte';
import { toResult } from './to-result';

/** Runs cells' SQL on an engine, never fetching more rows than a grid holds; errors point into the SQL as written. */
export function askerOf(engine: Pick<EngineClient, 'query'>): Asker {
  return {
    ask: async (sql) => {
      const { sql: whole, shift } = bounded(sql);
      try {
        return toResult(await engine.query(whole), rowLimit);
      } catch (thrown) {
        throw shifted(thrown, sql, shift);
      }
    },
    name: async (name, sql) => {
      if (!isSelect(sql)) throw new EngineError('notebook.not-a-select', 'Only a select can have a name that other cells read.');
      await engine.query('create schema if not exists cell');
      await engine.query(`create or replace view cell.${quoteName(name)} as\n${sql.replace(/[\s;]+$/, '')}`);
    },
  };
}

function shifted(thrown: unknown, sql: string, shift: number): unknown {
  if (!(thrown instanceof EngineError)) return thrown;
  const at = thrown.position === null ? null : thrown.position - shift;
  // An error in the words around the cell's own SQL has no place in it.
  const position = at === null || at < 0 ? null : Math.min(at, sql.length);
  return new EngineError(thrown.code, thrown.message, { sql, position, cause: thrown });
}
