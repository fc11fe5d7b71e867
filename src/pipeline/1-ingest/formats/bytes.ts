import { EngineError } from '../../../engine/errors';

/** What a file holds, in memory or to be read where it lies. */
export type Content = Blob | Uint8Array;

/** A stream of bytes as TypeScript's DOM types want it between Blob and the platform's transforms. */
export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;
export type Through = ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

/** Over this a file is not tried: the engine's memory ends at 4 GiB, tables included. */
export const sizeLimit = 4 * 2 ** 30;
/** No table is packed tighter than this; it counts from a size at which it begins to hurt. */
const ratioLimit = 250;
const bombFloor = 64 * 2 ** 20;

export const sizeOf = (content: Content): number => (content instanceof Blob ? content.size : content.length);

export const blobOf = (content: Content): Blob => (content instanceof Blob ? content : new Blob([content.slice()]));

/** Some bytes of a file; a Blob is only read there. */
export async function bytesOf(content: Content, start: number, length: number): Promise<Uint8Array> {
  if (!(content instanceof Blob)) return content.subarray(start, start + length);
  return new Uint8Array(await content.slice(start, start + length).arrayBuffer());
}

export const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

/** The platform's unpacking of `gzip`, or of `deflate-raw`, which is what a zip archive holds. */
export function unpacking(format: 'gzip' | 'deflate-raw'): Through {
  // TypeScript's DOM types give this stream other type parameters than Blob.stream() has.
  return new DecompressionStream(format) as Through;
}

/**
 * A stream's bytes as one Blob. Chromium's own `Response.blob()` would replace what the stream throws by a word of its own.
 */
export async function collected(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const reader = stream.getReader();
  const pieces: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      chunks.push(value);
      length += value.length;
    }
    if (done || length > 8_000_000) {
      // A Blob can lie outside the script's memory; an array of bytes can't.
      pieces.push(new Blob(chunks));
      chunks = [];
      length = 0;
    }
    if (done) return new Blob(pieces);
  }
}

/** Lets bytes pass and throws `ingest.bomb` or `ingest.too-large` as soon as more come than `packed` bytes can honestly hold. */
export function bounded(name: string, packed: number): Through {
  let count = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, out) => {
      count += bytes.length;
      checkUnpacked(name, packed, count);
      out.enqueue(bytes);
    },
  });
}

/** Throws `ingest.bomb` or `ingest.too-large` when `size` bytes are more than `packed` bytes can honestly hold. */
export function checkUnpacked(name: string, packed: number, size: number): void {
  if (size > bombFloor && size > packed * ratioLimit) {
    throw new EngineError('ingest.bomb', `${name} unpacks to over ${ratioLimit} times its size. No export does that, so it was not opened.`);
  }
  if (size > sizeLimit) throw tooLarge(name, size, sizeLimit);
}

/** What to say of a file that is over a limit. */
export function tooLarge(name: string, size: number, limit: number): EngineError {
  const told = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  return new EngineError(
    'ingest.too-large',
    `${name} has ${told(size)}; up to ${told(limit)} can be read in a browser tab. Split it, or export fewer columns or a shorter time.`,
  );
}
