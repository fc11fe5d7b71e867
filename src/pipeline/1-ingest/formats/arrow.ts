import { RecordBatchReader, Table, tableToIPC, type Schema } from 'apache-arrow';
import type { Database } from '../../../engine/database';
import { EngineError } from '../../../engine/errors';
import { toTable } from '../../../engine/wire';
import { countOf } from '../count';
import { blobOf, startsWith, type Content } from './bytes';
import { columnsOf, type RawColumn } from './raw-columns';

/** A Parquet file, as its first bytes tell; an encrypted one begins in another way. */
export const isParquet = (first: Uint8Array): boolean => isPlainParquet(first) || isLockedParquet(first);
const isPlainParquet = (first: Uint8Array): boolean => startsWith(first, [0x50, 0x41, 0x52, 0x31]);
const isLockedParquet = (first: Uint8Array): boolean => startsWith(first, [0x50, 0x41, 0x52, 0x45]);

/** An Arrow file, or a stream, which begins with the length of its schema. */
export const isArrow = (first: Uint8Array): boolean =>
  startsWith(first, [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]) || (startsWith(first, [0xff, 0xff, 0xff, 0xff]) && first[7] === 0 && first[6] === 0);

/** A table as it came, which a part is made of and which is dropped then. */
export interface RawTable {
  /** Schema and name. */
  table: string;
  columns: RawColumn[];
}

/**
 * Loads a Parquet or Arrow file, piece by piece, into a raw table of schema `ingest`. Throws `ingest.broken-file`,
 * `ingest.compressed` or `ingest.encrypted`; then there is no table.
 */
export async function loadRaw(database: Database, file: { name: string; content: Content; first: Uint8Array }, table: string): Promise<RawTable> {
  if (isLockedParquet(file.first)) throw new EngineError('ingest.encrypted', `${file.name} is an encrypted Parquet file. Export it without a key.`);
  const pieces = isParquet(file.first) ? rowGroups(file.content) : recordBatches(file.content);
  let schema: Schema | null = null;
  let expected = 0;
  try {
    for await (const { stream, rows } of pieces) {
      expected += rows;
      await database.insertArrow('ingest', table, stream, schema !== null);
      schema ??= toTable(stream).schema;
    }
    if (schema) {
      // The reader and the engine each take what the other does not say: a row may get lost between them without a word.
      const arrived = await countOf(database, `ingest.${table}`);
      if (arrived !== expected) throw new Error(`${arrived} of ${expected} rows came out of it`);
      return { table: `ingest.${table}`, columns: await columnsOf(database, `ingest.${table}`, schema) };
    }
  } catch (cause) {
    await database.run(`drop table if exists ingest.${table}`);
    if (cause instanceof EngineError && cause.code.startsWith('engine.')) throw cause;
    if (cause instanceof Error && cause.message.includes('compression not implemented')) {
      throw new EngineError('ingest.compressed', `${file.name} is an Arrow file with compressed buffers (LZ4 or ZSTD), which can't be read here. Save it without compression, or as Parquet.`, { cause });
    }
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError('ingest.broken-file', `${file.name} can't be read as ${isParquet(file.first) ? 'Parquet' : 'Arrow'}: ${said.split('\n')[0]?.slice(0, 200)}`, { cause });
  }
  throw new EngineError('ingest.header-only', `${file.name} holds no records. Export it again without the filter that leaves nothing.`);
}

/** Some rows as one complete Arrow stream. */
interface Piece {
  stream: Uint8Array;
  rows: number;
}

/** A Parquet file row group by row group, each as one Arrow stream. The reader, five megabytes, comes only when it is needed. */
async function* rowGroups(content: Content): AsyncGenerator<Piece> {
  const parquet = await import('parquet-wasm');
  // In Node the package opens its own WebAssembly; in a browser it fetches it from beside this script.
  if (typeof parquet.default === 'function') await parquet.default();
  const file = await parquet.ParquetFile.fromFile(blobOf(content));
  const groups = file.metadata().rowGroups().map((group) => group.numRows());
  for (const [group, rows] of groups.entries()) yield { rows, stream: (await file.read({ rowGroups: [group] })).intoIPCStream() };
  file.free();
}

async function* recordBatches(content: Content): AsyncGenerator<Piece> {
  const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
  for (const batch of RecordBatchReader.from(bytes)) if (batch.numRows > 0) yield { rows: batch.numRows, stream: tableToIPC(new Table([batch]), 'stream') };
}
