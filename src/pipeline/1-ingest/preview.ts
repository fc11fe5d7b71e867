import type { ColumnReport } from '../../engine/api';
import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import type { FileHints, FilePreview, PreviewRow } from '../../engine/import';
import { dataFolder } from '../../engine/opening';
import { queryRows } from '../../engine/wire';
import { headerKey } from './aliases';
import { decideTargets, understand } from './corrections';
import { entities } from './entities';
import { layoutOf, type Layout } from './formats/dialect';
import { openText } from './formats/text';
import { nullTexts } from './formats/values';
import { kindsOf } from './value-kinds';
import { partSql, rejectTable, scanTable, type Loading } from './part';
import { derivedSql, keepsCustom, type Target } from './plan';
import type { Recognised } from './recognise';

/** How many records a preview shows. */
export const previewLimit = 20;

/**
 * A file's first records as they stand, and as they would be read by these hints: through the same SQL as the whole file,
 * but of these records only. A file nobody understands has a `problem` and no rows. Throws what `openText` throws.
 */
export async function previewFile(database: Database, file: { name: string; content: Blob | Uint8Array }, hints: FileHints): Promise<FilePreview> {
  const text = await openText(file.name, file.content);
  const layout = layoutOf(text.head, text.isCut);
  const records = layout.sample.slice(0, previewLimit);
  const told = { headers: layout.headers, records, delimiter: layout.delimiter, encoding: text.encoding, skip: layout.skip, nullTexts, vocabulary: entities };
  try {
    const recognised = understand(layout.headers, file.name, hints);
    const targets = decideTargets(recognised, hints, layout.sample, layout.delimiter !== ';');
    const rows = await readRows(database, { records, recognised, targets, layout });
    const shown = targets.map(({ column, type, isCustom }) => ({ name: column, type, isCustom }));
    return { ...told, entity: recognised.entity, keepsCustom: keepsCustom.includes(recognised.entity), problem: null, columns: columnReports(recognised, targets, kindsOf(layout.headers, layout.sample)), targets: shown, rows };
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || !thrown.code.startsWith('ingest.')) throw thrown;
    return { ...told, entity: hints.entity ?? null, keepsCustom: true, problem: thrown.message, columns: strangers(layout, hints), targets: [], rows: [] };
  }
}

/** What is told of each column of a file; `isDateUnsure` as far as the sample goes. */
export function columnReports(recognised: Recognised, targets: readonly Target[], kinds: readonly ColumnReport['kind'][]): ColumnReport[] {
  const unpacked = Object.keys(derivedSql(recognised));
  return recognised.columns.map(({ at, sourceColumn, columnName, confidence, reason }) => {
    const target = targets.find(({ sources }) => sources.some((source) => source.at === at));
    const date = target?.type === 'timestamp' ? target.format.date : null;
    const isUnkept = columnName === null && !target && reason.startsWith('no column of ours');
    const told = !isUnkept ? reason : unpacked.length > 0 && headerKey(sourceColumn) === 'attributes' ? `unpacked into ${unpacked.join(', ')}` : 'no column of ours; not loaded';
    return { sourceColumn, columnName, confidence, reason: told, storedAs: target?.column ?? null, kind: kinds[at] ?? 'empty', dateFormat: date, isDateUnsure: false };
  });
}

async function readRows(database: Database, { records, recognised, targets, layout }: { records: string[][]; recognised: Recognised; targets: Target[]; layout: Layout }): Promise<PreviewRow[]> {
  const { length } = layout.headers;
  const isReadable = (record: string[]): boolean => record.length <= length;
  const lines = [layout.headers, ...records.filter(isReadable)].map((record) => toLine([...record, ...Array<string>(length - record.length).fill('')]));
  const loading: Loading = {
    fileNo: 0,
    fileName: 'preview',
    path: `${dataFolder}preview.csv`,
    layout: { ...layout, delimiter: ',', escape: '"', skip: 0, hasMixedLines: false },
    recognised,
    targets,
  };
  const tidy = async (): Promise<void> => {
    for (const table of [rejectTable(loading), scanTable(loading)]) await database.run(`drop table if exists ${table}`);
  };
  await database.addFile(loading.path, new TextEncoder().encode(`${lines.join('\n')}\n`));
  try {
    await tidy();
    const read = await queryRows(database, partSql(loading, { isPadded: false, isSerial: true }));
    let next = 0;
    return records.map((record) => {
      const row = isReadable(record) ? read[next++] : undefined;
      // `unread` is a list of structs: see unreadSql.
      const unread = ((row?.unread ?? []) as { column_name: string }[]).map((each) => each.column_name);
      return { isLeftOut: !row || row.first_value !== null, values: targets.map(({ column }) => row?.[column] ?? null), unread };
    });
  } finally {
    await tidy();
    await database.dropFile(loading.path);
  }
}

const toLine = (record: readonly string[]): string => record.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');

function strangers({ headers, sample }: Layout, hints: FileHints): ColumnReport[] {
  const kinds = kindsOf(headers, sample);
  return headers.map((sourceColumn, at) => ({
    sourceColumn,
    columnName: hints.columns?.[sourceColumn] ?? null,
    confidence: 0,
    reason: 'not understood',
    storedAs: null,
    kind: kinds[at] ?? 'empty',
    dateFormat: null,
    isDateUnsure: false,
  }));
}
