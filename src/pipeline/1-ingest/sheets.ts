import type { Sheet } from '../../engine/api';
import { EngineError } from '../../engine/errors';
import { blobOf, bytesOf, sizeOf, startsWith, tooLarge, type Content } from './formats/bytes';
import { layoutOf } from './formats/dialect';
import { readRecords } from './formats/records';
import { openText } from './formats/text';
import { documentOf, readWorkbookRows } from './formats/workbook';
import { membersOf } from './formats/zip';

const zip = [0x50, 0x4b, 0x03, 0x04];
/** A list that a person keeps is far smaller. */
const sheetLimit = 32 * 2 ** 20;

/**
 * What a person keeps in a sheet and is no export, row by row: the sheets of an .xlsx, or a .csv as one sheet of its name.
 * Throws `ingest.*` as for exports, `ingest.binary` for any other archive.
 */
export async function readSheets({ name, content }: { name: string; content: Content }): Promise<Sheet[]> {
  if (sizeOf(content) > sheetLimit) throw tooLarge(name, sizeOf(content), sheetLimit);
  if (!startsWith(await bytesOf(content, 0, 4), zip)) return [{ name: baseName(name), rows: await readText(name, content) }];
  const archive = blobOf(content);
  const members = await membersOf(name, archive);
  if (documentOf(members) !== 'workbook') throw new EngineError('ingest.binary', `${name} is no workbook. Save the sheet as .xlsx or as CSV UTF-8.`);
  return readWorkbookRows(name, archive, members);
}

async function readText(name: string, content: Content): Promise<string[][]> {
  const opened = await openText(name, content);
  const text = (await blobOf(opened.content).text()).replace(/^\uFEFF/, '');
  return readRecords(text, layoutOf(opened.head.replace(/^\uFEFF/, ''), opened.isCut), Infinity);
}

const baseName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
