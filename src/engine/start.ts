import { engineAssets } from './assets';
import { EngineClient } from './client';
import { startWorker } from './start-worker';

/** Starts the engine for a page; `script` is the URL of the engine's worker, relative to the page. */
export function startEngine(script: string): EngineClient {
  const url = new URL(script, location.href).href;
  return new EngineClient(() => startWorker({ module: url }), engineAssets);
}
