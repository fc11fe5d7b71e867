import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { EngineAssets, OnBytes } from './api';
import { bootstrapText } from './bootstrap';
import { EngineError } from './errors';
import { openingFor } from './opening';
import { giveSpill } from './spill';
import { startWorker, type StartedWorker, type WorkerNews } from './start-worker';

// Reset by every sign of life: a slow download may take its time, a silent one may not.
const patience = 60_000;

/** DuckDB in its own worker, opened in memory and hardened; the statements are run by `BrowserDatabase`. */
export class BrowserEngine {
  readonly duckdb: AsyncDuckDB;
  /** Resolves with the reason when the worker is gone or its memory is not to be trusted. */
  readonly died: Promise<string>;
  readonly #started: StartedWorker<Worker>;
  readonly #pending = new Set<(error: EngineError) => void>();
  readonly #onBytes: OnBytes;
  #tellDeath: (reason: string) => void = () => undefined;
  #death: string | null = null;
  #isOpen = false;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #onMemory: (bytes: number) => void = () => undefined;

  /** Loads, starts and hardens the engine. Throws `engine.unavailable` when it cannot be had. */
  static async open(assets: EngineAssets, onBytes: OnBytes): Promise<BrowserEngine> {
    let engine: BrowserEngine | null = null;
    try {
      engine = new BrowserEngine(`${bootstrapText(assets)}\n${await textOf(assets.script)}`, onBytes);
      await engine.#open(assets);
    } catch (thrown) {
      engine?.close();
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw new EngineError('engine.unavailable', `The engine could not be started: ${reason}`, { cause: thrown });
    }
    return engine;
  }

  private constructor(script: string, onBytes: OnBytes) {
    this.#onBytes = onBytes;
    this.died = new Promise((resolve) => (this.#tellDeath = resolve));
    this.#started = startWorker({ script }, (news) => this.#hear(news));
    this.duckdb = new AsyncDuckDB(new VoidLogger(), this.#started.worker);
    void this.#started.gone.then((reason) => this.die(reason));
  }

  /** Waits for an answer of DuckDB, and no longer than DuckDB lives: on its own it never rejects what a death leaves open. */
  ask<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#death !== null) return reject(deathError(this.#death));
      this.#pending.add(reject);
      answer.then(resolve, reject).finally(() => this.#pending.delete(reject));
    });
  }

  /** Gives the engine up: everything under way fails with `engine.dead`. */
  die(reason: string): void {
    if (this.#death !== null) return;
    this.#death = reason;
    this.#started.stop();
    for (const reject of this.#pending) reject(deathError(reason));
    this.#pending.clear();
    this.#tellDeath(reason);
  }

  /** Size of the WebAssembly memory in bytes; it only ever grows. */
  wasmBytes(): Promise<number> {
    const answer = new Promise<number>((resolve) => (this.#onMemory = resolve));
    this.#started.worker.postMessage({ rolecall: 'memory' });
    return this.ask(answer);
  }

  close(): void {
    clearTimeout(this.#watch);
    this.#started.stop();
  }

  async #open(assets: EngineAssets): Promise<void> {
    this.#expectNews();
    await this.ask(this.duckdb.instantiate(assets.wasm, null));
    clearTimeout(this.#watch);
    this.#isOpen = true;
    await this.ask(this.duckdb.open({ path: ':memory:', query: { queryPollingInterval: 20 } }));
    const canSpill = await this.ask(giveSpill(this.duckdb));
    const connection = await this.ask(this.duckdb.connectInternal());
    for (const sql of openingFor(canSpill)) await this.ask(this.duckdb.runQuery(connection, sql));
    await this.ask(this.duckdb.disconnect(connection));
  }

  #hear(news: WorkerNews): void {
    if (news.rolecall === 'failed' && !this.#isOpen) this.die(news.message ?? 'no reason given');
    if (news.rolecall === 'memory') this.#onMemory(news.bytes ?? 0);
    if (news.rolecall !== 'bytes') return;
    this.#expectNews();
    this.#onBytes(news.bytes ?? 0, news.total ?? null);
  }

  #expectNews(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.die(`nothing was heard of it for ${patience / 1000} seconds`), patience);
  }
}

function deathError(reason: string): EngineError {
  return new EngineError('engine.dead', `The engine stopped: ${reason}`);
}

/** The text at an address, gzipped or not. */
async function textOf(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${address}`);
  const bytes = await response.blob();
  const start = new Uint8Array(await bytes.slice(0, 2).arrayBuffer());
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  return isGzip ? new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).text() : bytes.text();
}
