import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { leanWasm } from '../../src/engine/lean-wasm';

const find = createRequire(import.meta.url).resolve;
const wasm = readFileSync(find('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
const script = readFileSync(find('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'), 'utf8');

test('a lean engine is a whole module, a fifth smaller, with few of the exports', async () => {
  const lean = leanWasm(wasm, script);
  expect(lean.length).toBeLessThan(wasm.length * 0.8);
  // Node's types want the bytes in an ArrayBuffer, where they are.
  const module = await WebAssembly.compile(lean as Uint8Array<ArrayBuffer>);
  const names = WebAssembly.Module.exports(module).map((each) => each.name);
  expect(names.length).toBeLessThan(1000);
  expect(names).toEqual(expect.arrayContaining(['malloc', 'duckdb_web_open', 'duckdb_web_pending_query_start']));
});

test('all that the module wants of itself stays', async () => {
  const module = await WebAssembly.compile(leanWasm(wasm, script) as Uint8Array<ArrayBuffer>);
  const whole = await WebAssembly.compile(wasm);
  const names = new Set(WebAssembly.Module.exports(module).map((each) => each.name));
  const wanted = WebAssembly.Module.imports(whole).filter((each) => each.module.startsWith('GOT.'));
  const given = new Set(WebAssembly.Module.exports(whole).map((each) => each.name));
  expect(wanted.length).toBeGreaterThan(100);
  expect(wanted.filter((each) => given.has(each.name) && !names.has(each.name))).toEqual([]);
});

test('what is no WebAssembly is refused', () => {
  expect(() => leanWasm(new Uint8Array([1, 2, 3]), script)).toThrow(RangeError);
  expect(() => leanWasm(new Uint8Array(), script)).toThrow(RangeError);
});
