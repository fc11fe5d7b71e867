import type { FileHints } from '../../engine/import';
import { columnType, entityNames, type ColumnType, type Entity } from './entities';
import type { DateFormat } from './formats/dates';
import { formatOf, type Habits } from './formats/values';
import { planTargets, type Target } from './plan';
import { recognise, type Hints, type Recognised } from './recognise';

/** Whose word it is when a column was told rather than guessed. */
export const byPerson = 'you chose it';

/** What a file holds, by its headers and by what was decided about it. Throws what `recognise` throws. */
export function understand(headers: readonly string[], fileName: string, hints: FileHints, sample: readonly string[][], by = byPerson): Recognised {
  const told = toHints(hints);
  const guess = told.entity ? guessOf(headers, fileName, told.entity, sample) : new Map<string, string | null>();
  // What only confirms the guess is left to it: it knows which of two columns for the same thing goes first.
  const differing = Object.entries(told.columns ?? {}).filter(([column, name]) => !guess.has(column) || guess.get(column) !== name);
  const recognised = recognise(headers, fileName, { ...told, columns: Object.fromEntries(differing) }, sample);
  const columns = recognised.columns.map((match) => {
    if (isLeftOut(hints, match.sourceColumn)) return { ...match, columnName: null, reason: 'left out' };
    if (match.reason === byPerson) return { ...match, reason: by };
    const isConfirmed = match.columnName !== null && told.columns?.[match.sourceColumn] === match.columnName;
    return isConfirmed ? { ...match, confidence: 1, reason: `${match.reason}; ${by === byPerson ? 'confirmed' : by}` } : match;
  });
  return { ...recognised, columns };
}

/** The columns to make, as planned from a sample and then as decided. */
export function decideTargets(recognised: Recognised, hints: FileHints, sample: readonly string[][], habits: Habits): Target[] {
  const kept = { ...recognised, columns: recognised.columns.filter(({ sourceColumn }) => !isLeftOut(hints, sourceColumn)) };
  return planTargets(kept, sample, habits).map((target) => {
    const [source] = target.sources;
    if (!source) return target;
    const type = target.isCustom ? customTypes.find((each) => each === hints.types?.[source.sourceColumn]) : undefined;
    const values = type ? sample.map((record) => record[source.at] ?? '').filter((value) => value.trim() !== '') : [];
    const typed = type ? { ...target, type, format: formatOf(type, values, habits) } : target;
    const date = dateFormats.find((each) => target.sources.some(({ sourceColumn }) => hints.dates?.[sourceColumn] === each));
    return date && typed.type === 'timestamp' ? { ...typed, format: { ...typed.format, date, isDateChosen: true } } : typed;
  });
}

/** Hints as the reader knows them: entities and columns that do not exist are dropped. */
function toHints({ entity: name, isPlain, columns = {}, leftOut = [] }: FileHints): Hints {
  const entity = entityNames.find((each) => each === name);
  const known = Object.entries(columns).map(([source, column]) => {
    return [source, column !== null && entity && columnType(entity, column) === null ? null : column] as const;
  });
  const told = [...known, ...leftOut.map((source) => [source, null] as const)];
  return { ...(entity ? { entity } : {}), ...(isPlain ? { isPlain } : {}), columns: Object.fromEntries(told) };
}

function guessOf(headers: readonly string[], fileName: string, entity: Entity, sample: readonly string[][]): Map<string, string | null> {
  try {
    return new Map(recognise(headers, fileName, { entity }, sample).columns.map(({ sourceColumn, columnName }) => [sourceColumn, columnName]));
  } catch {
    return new Map(); // Without a guess, everything that is told counts.
  }
}

const isLeftOut = ({ leftOut }: FileHints, column: string): boolean => leftOut?.includes(column) ?? false;

const customTypes: readonly ColumnType[] = ['text', 'double', 'timestamp', 'boolean'];
const dateFormats: readonly DateFormat[] = ['iso', 'month-first', 'day-first', 'dots', 'words', 'compact', 'epoch-seconds', 'epoch-milliseconds'];
