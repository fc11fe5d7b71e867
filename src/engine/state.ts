import type { EngineError } from './errors';

/** What the engine is doing, for the page to show. */
export type EngineState =
  | { status: 'loading'; bytes: number; total: number | null }
  | { status: 'ready' }
  | { status: 'running'; table: string; done: number; total: number }
  | { status: 'restarting'; reason: string }
  | { status: 'failed'; error: EngineError };
