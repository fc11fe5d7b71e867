import type { SkippedPart } from '../../../engine/api';
import { EngineError } from '../../../engine/errors';
import { isArrow, isParquet } from './arrow';
import { blobOf, bytesOf, sizeLimit, sizeOf, startsWith, tooLarge, type Content } from './bytes';
import { looksLikeJson, openJson } from './json';
import type { Opened, Opening } from './opened';
import { gunzip, openText } from './text';
import { documentOf, openWorkbook } from './workbook';
import { extract, membersOf } from './zip';

const zip = [0x50, 0x4b, 0x03, 0x04];
const gzip = [0x1f, 0x8b];
const ole = [0xd0, 0xcf, 0x11, 0xe0];
/** An archive in an archive is common, one more is a trick. */
const depthLimit = 2;

/**
 * Finds the tables in a file: a text, Parquet or Arrow file is one; an archive, a workbook or a JSON object may hold several,
 * and what of it is none is said. Throws `ingest.*` when there is no table at all.
 */
export async function openFile({ name, content }: { name: string; content: Content }, depth = 0): Promise<Opening> {
  if (sizeOf(content) > sizeLimit) throw tooLarge(name, sizeOf(content), sizeLimit);
  const first = await bytesOf(content, 0, 16);
  if (startsWith(first, gzip)) {
    const { parts, ...rest } = await openFile({ name, content: await gunzip(name, content) }, depth + 1);
    return { parts: parts.length === 1 ? parts.map((part) => ({ ...part, bytes: sizeOf(content) })) : parts, ...rest };
  }
  if (startsWith(first, zip)) return openArchive(name, blobOf(content), depth);
  if (startsWith(first, ole)) await refuseLocked(name, content);
  if (isParquet(first) || isArrow(first)) return one({ name, content, isWritten: false });
  const text = await openText(name, content);
  if (isMarkup(text.head)) throw new EngineError('ingest.binary', `${name} is a web page or XML, which some systems write as .xls. Open it in Excel and save it as .xlsx or as CSV UTF-8.`);
  const bytes = sizeOf(content);
  if (!looksLikeJson(text.head)) return one({ name, content: text.content, isWritten: false, bytes });
  const parts = await openJson(name, text.content, text.head);
  return { parts: parts.length === 1 ? parts.map((part) => ({ ...part, bytes })) : parts, skipped: [] };
}

const isMarkup = (head: string): boolean => /^\s*<(!doctype|!--|html|head|meta|table|\?xml|\?mso)\b/i.test(head.replace(/^\uFEFF/, ''));

const one = (part: Opened): Opening => ({ parts: [part], skipped: [] });

async function openArchive(name: string, archive: Blob, depth: number): Promise<Opening> {
  const members = await membersOf(name, archive);
  const document = documentOf(members);
  if (document === 'workbook') return openWorkbook(name, archive, members);
  if (document) throw new EngineError('ingest.binary', `${name} is ${document === 'binary workbook' ? 'a' : 'an'} ${document}. Save the sheet as .xlsx or as CSV UTF-8.`);
  if (members.length === 0) throw new EngineError('ingest.empty', `${name} is an archive without files. Export it again.`);
  if (depth >= depthLimit) throw new EngineError('ingest.bomb', `${name} lies in too many archives, one in another. Unzip them and drop the files.`);
  const parts: Opened[] = [];
  const strangers: Opened[] = [];
  const skipped: SkippedPart[] = [];
  for (const member of members) {
    try {
      const opened = await openFile({ name: `${name}/${member.name}`, content: await extract(name, archive, member) }, depth + 1);
      parts.push(...opened.parts);
      strangers.push(...(opened.strangers ?? []));
      skipped.push(...opened.skipped);
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || (members.length === 1)) throw thrown;
      skipped.push({ name: `${name}/${member.name}`, reason: thrown.message, isTable: false });
    }
  }
  if (parts.length === 0) throw new EngineError('ingest.unknown-columns', `${name} holds no table. ${skipped[0]?.reason ?? ''}`);
  return { parts, strangers, skipped };
}

/** Excel keeps a workbook with a password in the container of its old format, as one encrypted stream. */
async function refuseLocked(name: string, content: Content): Promise<void> {
  // The container's directory, where streams have their names in UTF-16, stands anywhere.
  const text = new TextDecoder('utf-16le').decode(await bytesOf(content, 0, Math.min(sizeOf(content) & ~1, 64 * 2 ** 20)));
  if (!text.includes('EncryptedPackage')) return;
  throw new EngineError('ingest.encrypted', `${name} is protected by a password. Open it in Excel, save it without one, and drop it again.`);
}
