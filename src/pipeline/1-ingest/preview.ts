import type { ColumnReport } from '../../engine/api';
import type { Database } from '../../engine/database';
import { EngineError } from '../../engine/errors';
import type { FileHints, FilePreview, PreviewRow } from '../../engine/import';
import { dataFolder } from '../../engine/opening';
import { queryRows } from '../../engine/wire';
import { ownValue } from '../../util/own';
import { headerKey } from './aliases';
import { decideTargets, understand } from './corrections';
import { entities } from './entities';
import type { Opened } from './formats/opened';
import { conventionsOf } from './formats/conventions';
import { isLocalTime } from './formats/zones';
import { partSql, rejectTable, scanTable, type Loading } from './part';
import { derivedSql, keepsCustom, packedSql, type Target } from './plan';
import { prepare, type Prepared } from './prepare';
import type { Recognised } from './recognise';
import { kindsOf } from './value-kinds';

/** How many records a preview shows. */
export const previewLimit = 20;

/**
 * A table's first records as they stand, and as they would be read by these hints: through the same SQL as the whole table,
 * but of these records only. A table nobody understands has a `problem` and no rows. Throws what `prepare` throws.
 */
export async function previewTable(database: Database, opened: Opened, hints: FileHints): Promise<FilePreview> {
  const prepared = await prepare(database, opened, 0);
  try {
    return await preview(database, opened.name, prepared, hints);
  } finally {
    await prepared.clear();
  }
}

async function preview(database: Database, name: string, { headers, sample, habits, writing, above }: Prepared, hints: FileHints): Promise<FilePreview> {
  const records = sample.slice(0, previewLimit).map((record) => [...record]);
  const conventions = conventionsOf(hints);
  const told = {
    headers: [...headers], records, delimiter: writing?.delimiter ?? '', encoding: writing?.encoding ?? '', above: [...above], nullTexts: conventions.nullTexts, vocabulary: entities,
  };
  try {
    const recognised = understand(headers, name, hints, sample);
    const targets = decideTargets(recognised, hints, sample, habits);
    const rows = await readRows(database, { records, recognised, targets, headers, conventions });
    const shown = targets.map(({ column, type, isCustom }) => ({ name: column, type, isCustom }));
    return { ...told, entity: recognised.entity, keepsCustom: keepsCustom.includes(recognised.entity), problem: null, columns: columnReports(recognised, targets, kindsOf(headers, sample)), targets: shown, hasLocalTimes: hasLocalTimes(targets, sample), rows };
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || !thrown.code.startsWith('ingest.')) throw thrown;
    return { ...told, entity: hints.entity ?? null, keepsCustom: true, problem: thrown.message, columns: strangers(headers, sample, hints), targets: [], hasLocalTimes: false, rows: [] };
  }
}

/** What is told of each column of a file; `isDateUnsure` as far as the sample goes. */
export function columnReports(recognised: Recognised, targets: readonly Target[], kinds: readonly ColumnReport['kind'][]): ColumnReport[] {
  const unpacked = Object.keys({ ...derivedSql(recognised), ...packedSql(recognised) });
  return recognised.columns.map(({ at, sourceColumn, columnName, confidence, reason }) => {
    const target = targets.find(({ sources }) => sources.some((source) => source.at === at));
    const date = target?.type === 'timestamp' ? target.format.date : null;
    const isUnkept = columnName === null && !target && reason.startsWith('no column of ours');
    const told = !isUnkept ? reason : unpacked.length > 0 && headerKey(sourceColumn) === 'attributes' ? `unpacked into ${unpacked.join(', ')}` : 'no column of ours; not loaded';
    return { sourceColumn, columnName, confidence, reason: told, storedAs: target?.column ?? null, kind: kinds[at] ?? 'empty', dateFormat: date, isDateUnsure: false };
  });
}

async function readRows(database: Database, { records, headers, ...rest }: Pick<Loading, 'recognised' | 'targets' | 'conventions'> & { records: string[][]; headers: readonly string[] }): Promise<PreviewRow[]> {
  const { length } = headers;
  const isReadable = (record: string[]): boolean => record.length <= length;
  const lines = [headers, ...records.filter(isReadable)].map((record) => toLine([...record, ...Array<string>(length - record.length).fill('')]));
  const path = `${dataFolder}preview.csv`;
  const loading: Loading = {
    fileNo: 0,
    fileName: 'preview',
    source: { kind: 'text', path, layout: { delimiter: ',', escape: '"', headers: [...headers], sample: [], skip: 0, above: [], hasMixedLines: false }, broken: [], cut: null },
    ...rest,
  };
  const tidy = async (): Promise<void> => {
    for (const table of [rejectTable(loading), scanTable(loading)]) await database.run(`drop table if exists ${table}`);
  };
  await database.addFile(path, new TextEncoder().encode(`${lines.join('\n')}\n`));
  try {
    await tidy();
    const read = await queryRows(database, partSql(loading, { isPadded: false, isSerial: true }));
    let next = 0;
    return records.map((record) => {
      const row = isReadable(record) ? read[next++] : undefined;
      // `unread` is a list of structs: see unreadSql.
      const unread = ((row?.unread ?? []) as { column_name: string }[]).map((each) => each.column_name);
      return { isLeftOut: !row || row.first_value !== null, values: rest.targets.map(({ column }) => row?.[column] ?? null), unread };
    });
  } finally {
    await tidy();
    await database.dropFile(path);
  }
}

/** Whether some date of a sample has a time of day and no zone. */
function hasLocalTimes(targets: readonly Target[], sample: readonly string[][]): boolean {
  const places = targets.filter(({ type, format }) => type === 'timestamp' && !format.date.startsWith('epoch')).flatMap(({ sources }) => sources.map(({ at }) => at));
  return sample.some((record) => places.some((at) => isLocalTime((record[at] ?? '').trim())));
}

const toLine = (record: readonly string[]): string => record.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');

function strangers(headers: readonly string[], sample: readonly string[][], hints: FileHints): ColumnReport[] {
  const kinds = kindsOf(headers, sample);
  return headers.map((sourceColumn, at) => ({
    sourceColumn,
    columnName: ownValue(hints.columns, sourceColumn) ?? null,
    confidence: 0,
    reason: 'not understood',
    storedAs: null,
    kind: kinds[at] ?? 'empty',
    dateFormat: null,
    isDateUnsure: false,
  }));
}
