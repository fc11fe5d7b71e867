import { EngineError } from '../../../engine/errors';
import { blobOf, bounded, bytesOf, collected, sizeLimit, sizeOf, startsWith, tooLarge, unpacking, type Bytes, type Content, type Through } from './bytes';

/** Over this a file that has to be rewritten as UTF-8 first is not tried, since it is held twice. */
const rewriteLimit = 2 ** 30;
export const headBytes = 512 * 1024;

/** A file as UTF-8 text, with its first characters. */
export interface Text {
  content: Content;
  head: string;
  /** The head is not the whole file. */
  isCut: boolean;
  encoding: string;
}

/**
 * A file as UTF-8: as it is, or rewritten when it is in another encoding. A Blob is only read where it is cut.
 * Throws `ingest.empty`, `ingest.too-large`, `ingest.binary` (which says what it is) or `ingest.not-text`.
 */
export async function openText(name: string, content: Content): Promise<Text> {
  const size = sizeOf(content);
  if (size === 0) throw new EngineError('ingest.empty', `${name} is empty. Export it again and drop the new file.`);
  if (size > sizeLimit) throw tooLarge(name, size, sizeLimit);
  const first = await bytesOf(content, 0, headBytes);
  const encoding = encodingOf(name, first, size > first.length);
  if (encoding !== 'utf-8') {
    const whole = await rewrite(name, content, (stream) => stream.pipeThrough(decoding(encoding)).pipeThrough(encoded()));
    const bytes = await bytesOf(whole, 0, headBytes);
    return { content: whole, head: decode(bytes), isCut: whole.size > bytes.length, encoding };
  }
  const head = decode(first);
  if (head.trim() === '') throw new EngineError('ingest.empty', `${name} holds only blank lines. Export it again and drop the new file.`);
  return { content, head, isCut: size > first.length, encoding };
}

/** A gzipped file unpacked. Throws `ingest.not-text` when it breaks off, `ingest.bomb` or `ingest.too-large`. */
export function gunzip(name: string, content: Content): Promise<Blob> {
  return rewrite(name, content, (stream) => stream.pipeThrough(unpacking('gzip')).pipeThrough(bounded(name, sizeOf(content))));
}

/** Some text from the middle and the end of a file, each from the start of a line. */
export async function furtherSamples(content: Content): Promise<string[]> {
  const size = sizeOf(content);
  if (size <= headBytes) return [];
  const length = 64 * 1024;
  const starts = [0.5, 0.99].map((share) => Math.max(headBytes, Math.floor(size * share) - length));
  const texts = await Promise.all(starts.map(async (start) => decode(await bytesOf(content, start, length))));
  return texts.map((text) => text.slice(text.indexOf('\n') + 1));
}

/** The same text with every line ended by `\n`, quoted ones too. */
export async function withOneLineEnd(content: Content): Promise<Blob> {
  const lines: Through = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, out) => out.enqueue(bytes.filter((byte) => byte !== 0x0d)),
  });
  return collected((blobOf(content).stream() as Bytes).pipeThrough(lines));
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

// TypeScript's DOM types give these streams other type parameters than Blob.stream() has.
const decoding = (encoding: string): ReadableWritablePair<string, Uint8Array<ArrayBuffer>> =>
  new TextDecoderStream(encoding) as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>;
const encoded = (): ReadableWritablePair<Uint8Array<ArrayBuffer>, string> =>
  new TextEncoderStream() as ReadableWritablePair<Uint8Array<ArrayBuffer>, string>;

async function rewrite(name: string, content: Content, through: (stream: Bytes) => Bytes): Promise<Blob> {
  const blob = blobOf(content);
  if (blob.size > rewriteLimit) throw tooLarge(name, blob.size, rewriteLimit);
  try {
    return await collected(through(blob.stream() as Bytes));
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('ingest.not-text', `${name} breaks off or is damaged: it can't be read to its end. Export it again.`, { cause });
  }
}

/** First bytes that no text file has → what the file is, and the way out. */
const signatures: [bytes: number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an Excel workbook inside another file. Unzip it'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty zip archive. Export it again'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook. Save it as .xlsx or as CSV UTF-8'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture. Drop the exported CSV instead'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture. Drop the exported CSV instead'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture. Drop the exported CSV instead'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document. Export the data as CSV'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive. Unpack it first'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive. Unpack it first'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive. Unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd archive. Unpack it first'],
  [[0x4f, 0x62, 0x6a, 0x01], 'an Avro file. Export it as CSV'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a SQLite database. Export its tables as CSV'],
];

function encodingOf(name: string, bytes: Uint8Array, isCut: boolean): string {
  const found = signatures.find(([signature]) => startsWith(bytes, signature));
  if (found) throw new EngineError('ingest.binary', `${name} is ${found[1]}.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(bytes);
  if (zeros.even + zeros.odd > 0) {
    // ASCII in UTF-16 has a zero in every other byte; anything else with many zeros is no text.
    const half = Math.min(bytes.length, 4096) / 2;
    if (zeros.odd > half * 0.4 && zeros.even === 0) return 'utf-16le';
    if (zeros.even > half * 0.4 && zeros.odd === 0) return 'utf-16be';
    if (zeros.even + zeros.odd > half * 0.02) {
      throw new EngineError('ingest.binary', `${name} is not a text file. Export it as CSV.`);
    }
  }
  return isUtf8(bytes, isCut) ? 'utf-8' : 'windows-1252';
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.subarray(0, 4096).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++;
  });
  return zeros;
}

function isUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    // `stream` lets the last character be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false; // What TextDecoder throws says no more than that.
  }
}
