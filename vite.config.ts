/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  // Relative, so that the folder can be served from any path of any host.
  base: './',
  plugins: [svelte(), engineWasm()],
  publicDir: false,
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1000 },
  // Found only while the pages are served, it would reload them in the middle of a test.
  optimizeDeps: { include: ['@duckdb/duckdb-wasm', 'apache-arrow', 'comlink'] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});

/**
 * `virtual:engine-wasm` is the URL of DuckDB's WebAssembly. A build ships it gzipped, 8 MB instead of 34, because some
 * hosts take no file over 25 MiB and many compress nothing. Its neutral suffix keeps servers from adding
 * Content-Encoding on their own; the worker tells gzip by its first bytes.
 */
function engineWasm(): Plugin {
  const name = 'virtual:engine-wasm';
  const path = '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';
  let isBuild = false;
  return {
    name: 'rolecall-engine-wasm',
    configResolved: (config) => void (isBuild = config.command === 'build'),
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      if (!isBuild) return `export { default } from '${path}?url'; export const bytes = null`;
      const source = await gzipped(createRequire(import.meta.url).resolve(path));
      const asset = this.emitFile({ type: 'asset', name: 'duckdb-eh.wasm.bin', source });
      return `export default import.meta.ROLLUP_FILE_URL_${asset}; export const bytes = ${source.length}`;
    },
  };
}

/** A file's bytes, gzipped; that takes seconds, so they are kept under the hash of what went in. */
async function gzipped(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  const kept = `.cache/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.gz`;
  try {
    return await readFile(kept);
  } catch {
    const packed = await promisify(gzip)(bytes, { level: 9 });
    await mkdir('.cache', { recursive: true });
    await writeFile(kept, packed);
    return packed;
  }
}
