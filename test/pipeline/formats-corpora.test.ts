import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { EngineError } from '../../src/engine/errors';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { loadRaw } from '../../src/pipeline/1-ingest/formats/arrow';
import { Flattener } from '../../src/pipeline/1-ingest/formats/flatten';
import type { RawColumn } from '../../src/pipeline/1-ingest/formats/raw-columns';
import { usual } from '../../src/pipeline/1-ingest/formats/conventions';
import { rawSql } from '../../src/pipeline/1-ingest/source';

// Public test files, which lie beside the project where they do at all.
const corpora = join(import.meta.dirname, '../../../shared/data');

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterAll(() => database.close());

describe.skipIf(!existsSync(corpora))('files that others test their readers with', () => {
  test('Parquet files are read as hyparquet reads them, or refused with a reason', async () => {
    const folder = join(corpora, 'parquet-hyparquet');
    const tally = { loaded: 0, refused: [] as string[], wrong: [] as string[] };
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.parquet'))) {
      const content = new Uint8Array(readFileSync(join(folder, name)));
      try {
        const raw = await loadRaw(database, { name, content, first: content.subarray(0, 16) }, 'raw');
        const rows = await queryRows(database, `select * from ${rawSql(raw, usual)}`);
        await database.run(`drop table ${raw.table}`);
        const path = join(folder, name.replace('.parquet', '.json'));
        const expected: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
        const fault = Array.isArray(expected) ? faultIn(raw.columns, rows, expected) : null;
        if (fault) tally.wrong.push(`${name}: ${fault}`);
        else tally.loaded++;
      } catch (thrown) {
        if (!(thrown instanceof EngineError)) throw thrown;
        tally.refused.push(thrown.message);
      }
    }
    console.log(`Parquet: ${tally.loaded} loaded, ${tally.refused.length} refused, ${tally.wrong.length} wrong\n${[...tally.refused, ...tally.wrong].join('\n')}`);
    expect(tally.wrong).toEqual([]);
  });

  test.each(readdirIf(corpora).filter((name) => /^(csv-|naughty|maven|crm)/.test(name)))('each file of %s is loaded, its records counted, or refused with a reason that names it', async (corpus) => {
    const tally = { loaded: 0, refused: new Map<string, number>() };
    const folder = join(corpora, corpus);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
      const content = new Uint8Array(readFileSync(join(entry.parentPath, entry.name)));
      try {
        const { loaded } = await ingest.addTables({ name: entry.name, content });
        tally.loaded++;
        for (const report of loaded) {
          const [kept] = await queryRows(database, `select count(*) as n from ingest.${report.entity}_${report.fileNo}`);
          expect(Number(kept?.n) + report.rejected).toBe(report.records);
          await ingest.removeFile(report.fileNo);
        }
      } catch (thrown) {
        if (!(thrown instanceof EngineError)) throw thrown;
        expect(thrown).toMatchObject({ code: expect.stringMatching(/^ingest\./), message: expect.stringContaining(entry.name) });
        tally.refused.set(thrown.code, (tally.refused.get(thrown.code) ?? 0) + 1);
      }
    }
    console.log(`${corpus}: ${tally.loaded} loaded, refused: ${[...tally.refused].map(([code, count]) => `${count} ${code}`).join(', ') || 'none'}`);
  });
});

function readdirIf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : ['none'];
}

/** The first value that differs, where both tell a plain one. */
function faultIn(columns: readonly RawColumn[], rows: readonly Record<string, unknown>[], expected: readonly unknown[]): string | null {
  if (rows.length !== expected.length) return `${rows.length} rows, not ${expected.length}`;
  for (const [at, row] of rows.entries()) {
    // A record is written as a list of its values, in the order of the columns.
    const flattener = new Flattener();
    const values = flattener.row(Object.fromEntries((expected[at] as unknown[]).map((value, root) => [nameOf(columns, root), value])));
    const flat = new Map(flattener.columns.map((name, place) => [name, values[place] ?? '']));
    for (const [column, { header }] of columns.entries()) {
      const [is, should] = [row[`c${column}`] ?? null, flat.get(header) ?? null];
      if (should === null || is === null || isSame(String(is), should)) continue;
      return `row ${at + 1} ${header}: ${String(is).slice(0, 60)}, not ${should.slice(0, 60)}`;
    }
  }
  return null;
}

function nameOf(columns: readonly RawColumn[], root: number): string {
  return columns.find((column) => column.root === root)?.header.split(/[.[]/)[0] ?? `${root}`;
}

function isSame(is: string, should: string): boolean {
  if (is === should || (/^\+?\d{4,6}-.*Z$/.test(should) && is.replace(/Z$/, '').replace(/(\.\d+)$/, (digits) => digits.padEnd(4, '0')) === should.replace(/^\+0?/, '').replace('T', ' ').replace(/(\.000)?Z$/, ''))) return true;
  return Number.isFinite(Number(should)) && Math.abs(Number(is) - Number(should)) <= 1e-6 * Math.abs(Number(should));
}
