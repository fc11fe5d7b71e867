import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import type { BrowserEngine } from './browser-engine';
import type { Database } from './database';
import { EngineError, toSqlError } from './errors';
import { joinBytes } from '../util/bytes';

/** One connection of the browser's engine: statements run one after another and can be stopped between two steps. */
export class BrowserDatabase implements Database {
  readonly #engine: BrowserEngine;
  readonly #connection: number;
  #last: Promise<unknown> = Promise.resolve();
  // Raised by `cancel`: a statement that began under a lower number has to stop.
  #era = 0;

  static async connect(engine: BrowserEngine): Promise<BrowserDatabase> {
    return new BrowserDatabase(engine, await engine.ask(engine.duckdb.connectInternal()));
  }

  private constructor(engine: BrowserEngine, connection: number) {
    this.#engine = engine;
    this.#connection = connection;
  }

  run(sql: string): Promise<void> {
    const era = this.#era;
    // Not streamed: when its header comes, the statement has taken effect, and what it says need not be fetched.
    return this.#inTurn(async () => void (await this.#start(sql, era, false)));
  }

  query(sql: string): Promise<Uint8Array> {
    const era = this.#era;
    return this.#inTurn(async () => this.#fetch(await this.#start(sql, era, true), sql, era));
  }

  /** Stops the statement under way and those waiting: they throw `engine.cancelled`. Resolves when all have ended. */
  async cancel(): Promise<void> {
    this.#era++;
    await this.#last.catch(() => undefined);
  }

  async addFile(path: string, content: Blob | Uint8Array): Promise<void> {
    const { duckdb } = this.#engine;
    const reader = DuckDBDataProtocol.BROWSER_FILEREADER;
    // Direct I/O, or DuckDB keeps a second copy of what it reads and takes four times as long (engine.md §5).
    if (content instanceof Blob) await this.#engine.ask(duckdb.registerFileHandle(path, content, reader, true));
    else await this.#engine.ask(duckdb.registerFileBuffer(path, content.slice()));
  }

  async dropFile(path: string): Promise<void> {
    await this.#engine.ask(this.#engine.duckdb.dropFile(path));
  }

  insertArrow(schema: string, name: string, stream: Uint8Array, isMore = false): Promise<void> {
    return this.#inTurn(async () => {
      const options = { schema, name, create: !isMore };
      // DuckDB takes the buffer it is given away; the caller keeps theirs.
      await this.#ask(this.#engine.duckdb.insertArrowFromIPCStream(this.#connection, stream.slice(), options), '');
    });
  }

  async close(): Promise<void> {
    await this.#engine.ask(this.#engine.duckdb.disconnect(this.#connection));
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Runs a statement up to the schema of its result. */
  async #start(sql: string, era: number, isStreamed: boolean): Promise<Uint8Array> {
    const { duckdb } = this.#engine;
    await this.#goOn(sql, era);
    let header = await this.#ask(duckdb.startPendingQuery(this.#connection, sql, isStreamed), sql);
    while (header === null) {
      await this.#goOn(sql, era);
      header = await this.#ask(duckdb.pollPendingQuery(this.#connection), sql);
    }
    return header;
  }

  async #fetch(header: Uint8Array, sql: string, era: number): Promise<Uint8Array> {
    const chunks = [header];
    for (;;) {
      const chunk = await this.#ask(this.#engine.duckdb.fetchQueryResults(this.#connection), sql);
      // DuckDB streams a schema and then batches, without an end; together they are one complete stream.
      if (chunk?.length === 0) return joinBytes([...chunks, end]);
      if (chunk) chunks.push(chunk);
      await this.#goOn(sql, era);
    }
  }

  async #goOn(sql: string, era: number): Promise<void> {
    if (era === this.#era) return;
    await this.#ask(this.#engine.duckdb.cancelPendingQuery(this.#connection), sql);
    throw new EngineError('engine.cancelled', 'The query was stopped.', { sql });
  }

  async #ask<T>(answer: Promise<T>, sql: string): Promise<T> {
    try {
      return await this.#engine.ask(answer);
    } catch (thrown) {
      const error = toSqlError(thrown, sql);
      // Not at once: this statement's own error, which names its SQL, is to be heard first.
      if (error.code === 'engine.dead') setTimeout(() => this.#engine.die(error.message));
      throw error;
    }
  }
}

// Ends an Arrow IPC stream: a continuation mark and a length of 0.
const end = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]);
