import { joinBytes } from '../util/bytes.ts';

/**
 * DuckDB's WebAssembly without the exports that only its loadable extensions would link against. We load none, and
 * its own script asks for 200 of the 75,000: without the others it is a fifth smaller and starts in half the time.
 * Kept is what `script` names in any way, and what the module imports from itself (`GOT.*`). Throws RangeError when
 * `wasm` is no WebAssembly.
 */
export function leanWasm(wasm: Uint8Array, script: string): Uint8Array {
  if (!header.every((byte, at) => wasm[at] === byte)) throw new RangeError('not WebAssembly');
  const words = new Set(script.match(/[\w$]+/g));
  const own = new Set<string>();
  const kept: Uint8Array[] = [wasm.subarray(0, 8)];
  const reader = new Reader(wasm, 8);
  while (!reader.isOver) {
    const start = reader.at;
    const id = reader.byte();
    const size = reader.number();
    const end = reader.at + size;
    if (id === importSection) for (const name of ownImports(reader)) own.add(name);
    if (id === exportSection) kept.push(...leanExports(reader, (name) => own.has(name) || words.has(name) || words.has(`_${name}`)));
    else kept.push(wasm.subarray(start, end));
    reader.at = end;
  }
  return joinBytes(kept);
}

const header = [0, 97, 115, 109, 1, 0, 0, 0];
const importSection = 2;
const exportSection = 7;

/** Names that the module expects to find among its own exports, through its global offset table. */
function ownImports(reader: Reader): string[] {
  return Array.from({ length: reader.number() }, () => {
    const from = reader.text();
    const name = reader.text();
    skipType(reader);
    return from.startsWith('GOT.') ? name : '';
  });
}

/** The type of an import: a function's number, a table, a memory, a global or a tag. */
function skipType(reader: Reader): void {
  const kind = reader.byte();
  if (kind === 1 || kind === 3 || kind === 4) reader.byte();
  if (kind === 0 || kind === 4) reader.number();
  if (kind === 3) reader.byte();
  if (kind !== 1 && kind !== 2) return;
  const hasMaximum = reader.number() & 1;
  reader.number();
  if (hasMaximum) reader.number();
}

function leanExports(reader: Reader, isNeeded: (name: string) => boolean): Uint8Array[] {
  const all = Array.from({ length: reader.number() }, () => {
    const start = reader.at;
    const name = reader.text();
    reader.byte();
    reader.number();
    return { name, bytes: reader.bytes.subarray(start, reader.at) };
  });
  const needed = all.filter(({ name }) => isNeeded(name));
  const body = joinBytes([toBytes(needed.length), ...needed.map(({ bytes }) => bytes)]);
  return [new Uint8Array([exportSection]), toBytes(body.length), body];
}

/** Reads WebAssembly's binary format: bytes, LEB128 numbers, and texts with their length. */
class Reader {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  get isOver(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

function toBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return new Uint8Array([...bytes, value]);
}
