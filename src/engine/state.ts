import type { EngineError } from './errors';

/** What the engine is doing, for the page to show; `lost` names files that a restart could not read again. */
export type EngineState =
  | { status: 'loading'; bytes: number; total: number | null }
  | { status: 'ready'; lost: string[] }
  | { status: 'running'; table: string; done: number; total: number }
  | { status: 'restarting'; reason: string }
  | { status: 'failed'; error: EngineError };
