import { EngineError } from '../../../engine/errors';
import { knownHeaders } from '../recognise';
import { checkUnpacked, tooLarge } from './bytes';
import type { BrokenRecord, Opened, Opening } from './opened';
import { isTooLong, WrittenText, writtenRecord } from './written';
import type { Member } from './zip';

/** A sheet's XML takes many times its size once it is read. */
const sheetLimit = 400 * 2 ** 20;
const titleLimit = 25;

/** What kind of document an archive is, told by what lies in it; null for an archive of files. */
export function documentOf(members: readonly Member[]): 'workbook' | 'binary workbook' | 'OpenDocument file' | 'Office document' | null {
  const has = (name: string): boolean => members.some((member) => member.name === name);
  if (has('xl/workbook.xml')) return 'workbook';
  if (has('xl/workbook.bin')) return 'binary workbook';
  if (has('mimetype') && has('content.xml')) return 'OpenDocument file';
  return has('[Content_Types].xml') ? 'Office document' : null;
}

/**
 * The sheets of an Excel workbook as tables `book.xlsx/Sheet1`: those with columns we know, from their header on; all, if
 * none has. Dates come as ISO, formulas as the values they had when the workbook was saved.
 * Throws `ingest.broken-archive`, `ingest.empty` or `ingest.too-large`.
 */
export async function openWorkbook(name: string, content: Blob, members: readonly Member[]): Promise<Opening> {
  const filled = (await filledSheets(name, content, members)).map(({ sheet, rows }) => ({ name: `${name}/${sheet}`, rows }));
  const known = filled.filter(({ rows }) => knownHeaders(headerOf(rows).header) > 0);
  const strangers = known.length > 0 ? filled.filter((sheet) => !known.includes(sheet)) : [];
  return {
    parts: (known.length > 0 ? known : filled).map((sheet) => writtenSheet(sheet.name, sheet.rows)),
    strangers: strangers.map((sheet) => writtenSheet(sheet.name, sheet.rows)),
    skipped: strangers.map((sheet) => ({ name: sheet.name, reason: `${sheet.name} has no column that Rolecall knows.`, isTable: true })),
  };
}

/** The sheets of a workbook that have a value, with every row as it stands, as text; throws as `openWorkbook` does. */
export async function readWorkbookRows(name: string, content: Blob, members: readonly Member[]): Promise<{ name: string; rows: string[][] }[]> {
  return (await filledSheets(name, content, members)).map(({ sheet, rows }) => ({ name: sheet, rows: rows.map((row) => row.map(cellText)) }));
}

async function filledSheets(name: string, content: Blob, members: readonly Member[]): Promise<{ sheet: string; rows: unknown[][] }[]> {
  const size = members.filter(({ name }) => name.endsWith('.xml')).reduce((sum, member) => sum + member.size, 0);
  checkUnpacked(name, content.size, size);
  if (size > sheetLimit) throw tooLarge(name, size, sheetLimit);
  const { default: readWorkbook } = await import('read-excel-file/universal');
  const sheets = await readWorkbook(content).catch((cause: unknown) => {
    throw new EngineError('ingest.broken-archive', `${name} is damaged: its sheets can't be read. Open it in Excel and save it again.`, { cause });
  });
  // The library names Date itself as the type of a date cell, so its rows are taken as unknown.
  const filled = sheets.map(({ sheet, data }) => ({ sheet, rows: withoutEnd(data as unknown[][]) })).filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new EngineError('ingest.empty', `${name} has no sheet with values in it. Save it again with its data.`);
  return filled;
}

function writtenSheet(name: string, rows: readonly unknown[][]): Opened {
  const { header, at } = headerOf(rows);
  const body = rows.slice(at + 1);
  const width = Math.max(header.length, ...body.map((row) => filledWidth(row)));
  const across = (values: readonly string[]): string => writtenRecord(Array.from({ length: width }, (_, column) => values[column] ?? ''));
  const text = new WrittenText();
  const broken: BrokenRecord[] = [];
  text.add(across(header));
  for (const [number, row] of body.entries()) {
    const line = across(row.map(cellText));
    if (isTooLong(line)) broken.push({ record: number + 1, text: line.slice(0, 500), reason: 'longer than 2 MB' });
    else text.add(line);
  }
  const above = rows.slice(0, at).map((row) => row.map(cellText).filter((value) => value !== '').join(', '));
  return { name, content: text.blob(), isWritten: true, broken, above };
}

/** The row with most of the names we know; else the first as wide as any: what stands above it is a title. */
function headerOf(rows: readonly unknown[][]): { header: string[]; at: number } {
  const top = rows.slice(0, titleLimit).map((row) => row.slice(0, filledWidth(row)).map((cell) => cellText(cell).replace(/\s+/g, ' ').trim()));
  const counts = top.map((row) => knownHeaders(row));
  const most = Math.max(...counts);
  const widest = Math.max(...top.map((row) => row.length));
  const at = most > 0 ? counts.indexOf(most) : top.findIndex((row) => row.length === widest);
  return { header: top[at] ?? [], at };
}

function withoutEnd(rows: readonly unknown[][]): unknown[][] {
  const last = rows.findLastIndex((row) => filledWidth(row) > 0);
  return rows.slice(0, last + 1);
}

const filledWidth = (row: readonly unknown[]): number => row.findLastIndex((cell) => cell !== null && cell !== '') + 1;

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  // A day is a number of whole days in Excel, and reads as one; a number too large for a date is none.
  if (Number.isNaN(cell.getTime())) return '';
  return cell.toISOString().replace('T00:00:00.000Z', '').replace('T', ' ').replace(/(\.000)?Z$/, '');
}
