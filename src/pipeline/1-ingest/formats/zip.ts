import { EngineError } from '../../../engine/errors';
import { bounded, bytesOf, checkUnpacked, collected, unpacking, type Bytes } from './bytes';

/** A file in a zip archive, as the archive's directory lists it. */
export interface Member {
  name: string;
  isEncrypted: boolean;
  /** 0 as it is, 8 deflated; others are rare. */
  method: number;
  packed: number;
  size: number;
  /** Where its local header stands. */
  at: number;
}

const memberLimit = 500;

/**
 * The files in a zip archive, without folders and what macOS and Windows leave behind; only the directory at its end is
 * read. Throws `ingest.broken-archive`, `ingest.encrypted`, `ingest.bomb` or `ingest.too-large`.
 */
export async function membersOf(name: string, archive: Blob): Promise<Member[]> {
  const { count, at, length } = await endOf(name, archive);
  const bytes = await bytesOf(archive, at, length);
  const members = listed(name, viewOf(bytes), count).filter(({ name }) => !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\/$/i.test(name));
  if (members.length > memberLimit) {
    throw new EngineError('ingest.too-large', `${name} holds ${members.length} files; up to ${memberLimit} can be taken. Unzip it and drop those you need.`);
  }
  const locked = members.find(({ isEncrypted }) => isEncrypted);
  if (locked) throw new EngineError('ingest.encrypted', `${name} is protected by a password (${locked.name}). Unzip it and drop the files themselves.`);
  checkUnpacked(name, archive.size, members.reduce((sum, { size }) => sum + size, 0));
  return members;
}

/** A member's content, unpacked; `name` is the archive's. Throws `ingest.broken-archive` when it is not what the directory says. */
export async function extract(name: string, archive: Blob, member: Member): Promise<Blob> {
  const told = `${name}/${member.name}`;
  if (member.method !== 0 && member.method !== 8) {
    throw new EngineError('ingest.broken-archive', `${told} is packed in a way that can't be read here. Unzip it and drop the file itself.`);
  }
  const header = viewOf(await bytesOf(archive, member.at, 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw broken(told);
  const start = member.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(start, start + member.packed);
  // Blob.stream() gives bytes; TypeScript's DOM types do not agree with its stream types on which.
  const stream = packed.stream() as Bytes;
  const plain = member.method === 0 ? stream : stream.pipeThrough(unpacking('deflate-raw'));
  const content = await collected(plain.pipeThrough(bounded(told, archive.size))).catch((cause: unknown) => {
    throw cause instanceof EngineError ? cause : broken(told, cause);
  });
  if (content.size !== member.size) throw broken(told);
  return content;
}

/** Where the directory stands, which the archive's last bytes tell: in the 64-bit form when the other is full. */
async function endOf(name: string, archive: Blob): Promise<{ count: number; at: number; length: number }> {
  const start = Math.max(0, archive.size - 66_000);
  const view = viewOf(await bytesOf(archive, start, 66_000));
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const found = { count: view.getUint16(at + 10, true), length: view.getUint32(at + 12, true), at: view.getUint32(at + 16, true) };
    if (found.at !== 0xffffffff && found.count !== 0xffff) return found;
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) throw broken(name);
    const wide = viewOf(await bytesOf(archive, Number(view.getBigUint64(at - 12, true)), 56));
    if (wide.byteLength < 56) throw broken(name);
    return { count: Number(wide.getBigUint64(32, true)), length: Number(wide.getBigUint64(40, true)), at: Number(wide.getBigUint64(48, true)) };
  }
  throw broken(name);
}

function listed(name: string, view: DataView, count: number): Member[] {
  const members: Member[] = [];
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw broken(name);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const text = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
    members.push({ name: nameOf(text), isEncrypted: (view.getUint16(at + 8, true) & 1) === 1, method: view.getUint16(at + 10, true), ...sizes });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return members;
}

/** Sizes and place of a member; each that is full in its 32 bits stands in the extra field 1, in this order. */
function wideSizes(view: DataView, entry: number, extra: number, length: number): Pick<Member, 'packed' | 'size' | 'at'> {
  const sizes = { size: view.getUint32(entry + 24, true), packed: view.getUint32(entry + 20, true), at: view.getUint32(entry + 42, true) };
  for (let at = extra; at + 4 <= extra + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const key of ['size', 'packed', 'at'] as const) {
      if (sizes[key] !== 0xffffffff || value + 8 > extra + length) continue;
      sizes[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // Old archives name no encoding; any reading is better than none.
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function broken(name: string, cause?: unknown): EngineError {
  return new EngineError('ingest.broken-archive', `${name} breaks off or is damaged: it can't be unzipped. Export or download it again.`, { cause });
}
