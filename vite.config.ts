/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { defineConfig, runnerImport, type Plugin } from 'vite';
import { leanWasm } from './src/engine/lean-wasm.ts';
import type * as JsonSchema from './src/playbook/json-schema.ts';

export default defineConfig({
  // Relative, so that the folder can be served from any path of any host.
  base: './',
  plugins: [svelte(), engineFiles(), playbookSchemaFile()],
  publicDir: false,
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1000 },
  // Found only while the pages are served, it would reload them in the middle of a test.
  // Parquet's reader finds its WebAssembly beside itself, so it must stay where it is.
  optimizeDeps: { include: ['@duckdb/duckdb-wasm', 'apache-arrow', 'comlink', 'read-excel-file/universal'], exclude: ['parquet-wasm'] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});

/**
 * `virtual:engine-wasm` is the URL of DuckDB's WebAssembly, `virtual:engine-script` that of its worker's script. A build
 * ships the one lean and gzipped, 7 MB instead of 34, and the other gzipped, because some hosts take no file over 25 MiB and
 * many compress nothing. Their neutral suffix keeps servers from adding Content-Encoding on their own; who loads them
 * tells gzip by its first bytes.
 */
function engineFiles(): Plugin {
  const names = ['virtual:engine-wasm', 'virtual:engine-script'];
  const folder = '@duckdb/duckdb-wasm/dist';
  const find = createRequire(import.meta.url).resolve;
  let isBuild = false;
  return {
    name: 'rolecall-engine-files',
    configResolved: (config) => void (isBuild = config.command === 'build'),
    resolveId: (id) => (names.includes(id) ? `\0${id}` : null),
    async load(id) {
      if (id === '\0virtual:engine-script') {
        if (!isBuild) return `export { default } from '${folder}/duckdb-browser-eh.worker.js?url'`;
        const source = await packed(await readFile(find(`${folder}/duckdb-browser-eh.worker.js`)));
        const asset = this.emitFile({ type: 'asset', name: 'duckdb-worker.js.bin', source });
        return `export default import.meta.ROLLUP_FILE_URL_${asset};`;
      }
      if (id !== '\0virtual:engine-wasm') return null;
      if (!isBuild) return `export { default } from '${folder}/duckdb-eh.wasm?url'; export const bytes = null`;
      const script = await readFile(find(`${folder}/duckdb-browser-eh.worker.js`), 'utf8');
      const source = await packed(leanWasm(await readFile(find(`${folder}/duckdb-eh.wasm`)), script));
      const asset = this.emitFile({ type: 'asset', name: 'duckdb-eh.wasm.bin', source });
      return `export default import.meta.ROLLUP_FILE_URL_${asset}; export const bytes = ${source.length}`;
    },
  };
}

/** Ships `playbook.schema.json` beside the page: where saved playbooks say that their schema is. */
function playbookSchemaFile(): Plugin {
  return {
    name: 'rolecall-playbook-schema',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport<typeof JsonSchema>('./src/playbook/json-schema.ts');
      this.emitFile({ type: 'asset', fileName: 'playbook.schema.json', source: `${JSON.stringify(module.playbookJsonSchema(), null, 2)}\n` });
    },
  };
}

/** Bytes, gzipped; that takes seconds, so they are kept under the hash of what went in. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const path = `.cache/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.gz`;
  try {
    return await readFile(path);
  } catch {
    const made = await promisify(gzip)(bytes, { level: 9 });
    await mkdir('.cache', { recursive: true });
    // Renamed when complete: two builds at once must not read each other's halves.
    await writeFile(`${path}.${process.pid}`, made);
    await rename(`${path}.${process.pid}`, path);
    return made;
  }
}
