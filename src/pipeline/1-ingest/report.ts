import type { FileReport, Overlap, ValueKind } from '../../engine/api';
import type { Database } from '../../engine/database';
import type { FileHints } from '../../engine/import';
import { quoteName } from '../../engine/quoting';
import { queryRows } from '../../engine/wire';
import { otherOrder } from './formats/dates';
import type { Loaded } from './load';
import { columnReports } from './preview';
import type { Replay } from './recipe';
import type { Recognised } from './recognise';

/** All there is to tell of a file that was loaded. */
export interface Understood {
  fileNo: number;
  fileName: string;
  bytes: number;
  recognised: Recognised;
  loaded: Loaded;
  kinds: readonly ValueKind[];
  hints: FileHints;
  recipe: Replay | null;
  unread: number;
  snapshot: string | null;
  overlap: Overlap | null;
  /** Lines above the header. */
  skipped: number;
  /** Columns in which some value tells day from month. */
  decidedDates: ReadonlySet<string>;
}

export function toReport({ fileNo, fileName, bytes, recognised, loaded, kinds, hints, recipe, unread, skipped, snapshot, overlap, decidedDates: decided }: Understood): FileReport {
  const isUnsure = (column: string | null): boolean =>
    loaded.targets.some((target) => target.column === column && isOpenToDoubt(target) && !decided.has(target.column));
  return {
    fileNo,
    fileName,
    bytes,
    entity: recognised.entity,
    sourceSystem: recognised.sourceSystem,
    records: loaded.kept + loaded.rejected,
    rejected: loaded.rejected,
    unread,
    skipped,
    isCutShort: loaded.isCutShort,
    columns: columnReports(recognised, loaded.targets, kinds).map((column) => ({ ...column, isDateUnsure: isUnsure(column.storedAs) })),
    snapshot,
    overlap,
    hints,
    recipe: recipe ? { name: recipe.name, drift: recipe.drift } : null,
  };
}

/** Of the date columns that could be read the other way round, those in which a day after the 12th says which way is right. */
export async function decidedDates(database: Database, { part, targets }: Loaded): Promise<Set<string>> {
  const doubtful = targets.filter(isOpenToDoubt).map(({ column }) => column);
  if (doubtful.length === 0) return new Set();
  // A column without any value leaves nothing to ask.
  const tests = doubtful.map((column) => `coalesce(bool_or(day(${quoteName(column)}) > 12), true) as ${quoteName(column)}`);
  const [row] = await queryRows(database, `select ${tests.join(', ')} from ${part}`);
  return new Set(doubtful.filter((column) => row?.[column] === true));
}

const isOpenToDoubt = ({ type, format }: Loaded['targets'][number]): boolean =>
  type === 'timestamp' && format.isDateChosen !== true && otherOrder(format.date) !== null;
