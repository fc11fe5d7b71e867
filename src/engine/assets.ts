import script from 'virtual:engine-script';
import wasm, { bytes } from 'virtual:engine-wasm';
import type { EngineAssets } from './api';

/** Where this build of the app keeps its engine, as absolute URLs, which a worker made from a blob needs. */
export const engineAssets: EngineAssets = {
  script: new URL(script, location.href).href,
  wasm: new URL(wasm, location.href).href,
  wasmBytes: bytes,
};
