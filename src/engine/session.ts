import { proxy, wrap, type Remote } from 'comlink';
import type { EngineApi, EngineAssets, OnBytes } from './api';
import { EngineError } from './errors';
import { transferErrorsWhole } from './error-transfer';
import type { StartedWorker } from './start-worker';

/** How long to wait, in milliseconds, before a silent worker counts as dead. */
export interface Patience {
  /** Between two signs of life while the engine loads. */
  load: number;
  /** Between asking for a sign of life and giving up. */
  pulse: number;
  /** For running work to stop when asked to. */
  stop: number;
}

export const defaultPatience: Patience = { load: 90_000, pulse: 60_000, stop: 4_000 };

transferErrorsWhole();

/** One life of the engine's worker. When it ends, for whatever reason, everything asked of it is answered. */
export class Session {
  /** Resolves with the reason when this life is over. */
  readonly over: Promise<EngineError>;
  readonly #started: StartedWorker;
  readonly #api: Remote<EngineApi>;
  readonly #patience: Patience;
  readonly #pending = new Set<(error: EngineError) => void>();
  #tellOver: (error: EngineError) => void = () => undefined;
  #reason: EngineError | null = null;
  #pulse: ReturnType<typeof setInterval> | undefined;

  constructor(started: StartedWorker, patience: Patience) {
    this.#started = started;
    this.#patience = patience;
    this.#api = wrap<EngineApi>(started.worker);
    this.over = new Promise((resolve) => (this.#tellOver = resolve));
    void started.gone.then((reason) => this.end(dead(reason)));
  }

  /** Loads the engine and begins to watch over it. Throws when it cannot be had or falls silent. */
  async open(assets: EngineAssets, onBytes: OnBytes): Promise<void> {
    const silence = (): void => this.end(dead('It did not load in time.'));
    let watch = setTimeout(silence, this.#patience.load);
    const tell: OnBytes = (bytes, total) => {
      clearTimeout(watch);
      watch = setTimeout(silence, this.#patience.load);
      onBytes(bytes, total);
    };
    try {
      await this.ask((api) => api.open(assets, proxy(tell)));
    } finally {
      clearTimeout(watch);
    }
    this.#feelPulse();
    this.ask((api) => api.died()).then(
      (reason) => this.end(dead(reason)),
      () => undefined,
    );
  }

  /** Asks the worker for something; rejects at the latest when this life ends. */
  ask<T>(question: (api: Remote<EngineApi>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#reason) return reject(this.#reason);
      this.#pending.add(reject);
      const answer = question(this.#api);
      answer.then(resolve, (error: unknown) => {
        if (error instanceof EngineError && error.code === 'engine.dead') this.end(error);
        reject(error);
      });
      answer.then(
        () => this.#pending.delete(reject),
        () => this.#pending.delete(reject),
      );
    });
  }

  /** Stops what runs; when it will not stop in time, this life ends, which stops everything. */
  async cancel(): Promise<void> {
    const stuck = new EngineError('engine.cancelled', 'The engine would not stop and was restarted.');
    const watch = setTimeout(() => this.end(stuck), this.#patience.stop);
    try {
      await this.ask((api) => api.cancel());
    } catch (error) {
      if (error !== stuck) throw error;
    } finally {
      clearTimeout(watch);
    }
  }

  /** Ends this life: all that is pending rejects with the reason. */
  end(reason: EngineError): void {
    if (this.#reason) return;
    this.#reason = reason;
    clearInterval(this.#pulse);
    this.#started.stop();
    for (const reject of this.#pending) reject(reason);
    this.#pending.clear();
    this.#tellOver(reason);
  }

  #feelPulse(): void {
    let asked = 0;
    let answered = 0;
    // Counted in beats, not by the clock: a laptop that slept for an hour has missed none.
    const beats = 12;
    this.#pulse = setInterval(() => {
      if (asked - answered >= beats) return this.end(dead('It no longer answers.'));
      const beat = ++asked;
      this.ask((api) => api.ping()).then(
        () => (answered = beat),
        () => undefined,
      );
    }, this.#patience.pulse / beats);
  }
}

function dead(reason: string): EngineError {
  return new EngineError('engine.dead', `The engine stopped: ${reason}`);
}
