import type { FileReport } from '../../engine/api';
import { EngineError } from '../../engine/errors';
import type { Drift, Recipe } from '../../engine/import';
import { inWords, plural } from '../../ui/format';

/** What is now known of a file, to be replayed on the next export like it. */
export function toRecipe(report: FileReport): Recipe {
  const each = <T>(of: (column: FileReport['columns'][number]) => T | undefined): Record<string, T> =>
    sorted(Object.fromEntries(report.columns.flatMap((column) => {
      const value = of(column);
      return value === undefined ? [] : [[column.sourceColumn, value]];
    })));
  return {
    format: 'rolecall-recipe',
    version: 1,
    name: recipeName(report.fileName),
    entity: report.entity ?? '',
    headers: report.columns.map(({ sourceColumn }) => sourceColumn),
    columns: each(({ columnName }) => columnName),
    leftOut: [...(report.hints.leftOut ?? [])].sort(),
    // What could still be read both ways is no understanding to keep.
    dates: each(({ dateFormat, isDateUnsure }) => (isDateUnsure ? undefined : (dateFormat ?? undefined))),
    types: sorted(report.hints.types ?? {}),
    ...conventionsOf(report.hints),
    kinds: each(({ kind }) => kind),
  };
}

/** A file's name without what changes from month to month: `Contacts 2026-09 (2).csv` → `contacts`. */
export function recipeName(fileName: string): string {
  const words = fileName.replace(/(\.[a-z0-9]{1,5})+$/i, '').toLowerCase().split(/[^\p{Letter}]+/u);
  const name = words.filter((word) => word !== '' && !months.test(word)).join('-').slice(0, 60);
  return name || 'file';
}

const months = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/;

/** The recipes with one more, in the place of one for the same set of headers; sorted by name. */
export function withRecipe(recipes: readonly Recipe[], recipe: Recipe): Recipe[] {
  const others = recipes.filter((each) => keyOf(each.headers) !== keyOf(recipe.headers));
  return [...others, recipe].sort((a, b) => compare(a.name, b.name) || compare(keyOf(a.headers), keyOf(b.headers)));
}

/** The text of a recipe's file. */
export const recipeText = (recipe: Recipe): string => `${JSON.stringify(recipe, null, 2)}\n`;

/** A recipe out of a file or a notebook. Throws `recipe.unreadable`, or `recipe.too-new`. */
export function fromRecipe(saved: unknown): Recipe {
  if (!isRecord(saved) || saved.format !== 'rolecall-recipe') throw unreadable();
  if (saved.version !== 1) throw new EngineError('recipe.too-new', `This recipe is of version ${String(saved.version)}, which a newer Rolecall wrote.`);
  const { name, entity, headers, columns, leftOut, dates, types, kinds, nullTexts, timeZone } = saved;
  if (typeof name !== 'string' || typeof entity !== 'string' || !isTexts(headers) || headers.length === 0 || !isRecord(columns)) throw unreadable();
  return {
    format: 'rolecall-recipe',
    version: 1,
    name: name || 'file',
    entity,
    headers,
    columns: sorted(Object.fromEntries(Object.entries(columns).filter((entry): entry is [string, string | null] => entry[1] === null || typeof entry[1] === 'string'))),
    leftOut: isTexts(leftOut) ? [...leftOut].sort() : [],
    dates: textsOf(dates),
    types: textsOf(types),
    ...conventionsOf({ nullTexts, timeZone }),
    kinds: textsOf(kinds),
  };
}

/** Whether a loaded file is to be read again by a recipe: four fifths of its columns are there, and most of the file is known to it. */
export function mayFit(recipe: Recipe, headers: readonly string[]): boolean {
  const keyed = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')));
  const [own, given] = [keyed(recipe.headers), keyed(headers)];
  const common = [...own].filter((key) => given.has(key)).length;
  return common >= own.size * 0.8 && common * 2 >= given.size;
}

/** How a file differs from those its recipe was made for, a sentence each kind. */
export function driftWords(drift: readonly Drift[]): string[] {
  const named = (columns: string[]): string => inWords(columns.slice(0, 6).map((column) => `“${column}”`)) + (columns.length > 6 ? ' …' : '');
  const renamed = drift.flatMap((each) => (each.kind === 'renamed' ? [`“${each.column}” is now “${each.to}”`] : []));
  const missing = drift.flatMap((each) => (each.kind === 'missing' ? [each.column] : []));
  const added = drift.flatMap((each) => (each.kind === 'new' ? [each.column] : []));
  const typed = drift.flatMap((each) => (each.kind === 're-typed' ? [`“${each.column}” held ${kindWords[each.from] ?? each.from} and now holds ${kindWords[each.to] ?? each.to}`] : []));
  return [
    ...(renamed.length > 0 ? [`Renamed: ${inWords(renamed)}.`] : []),
    ...(missing.length > 0 ? [`${plural(missing.length, 'column')} missing: ${named(missing)}.`] : []),
    ...(added.length > 0 ? [`${plural(added.length, 'new column')}: ${named(added)}.`] : []),
    ...(typed.length > 0 ? [`Another type: ${inWords(typed)}.`] : []),
  ];
}

const kindWords: Record<string, string> = { number: 'numbers', date: 'dates', text: 'text' };

const keyOf = (headers: readonly string[]): string => JSON.stringify(headers.map((header) => header.trim().toLowerCase()).sort());
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const unreadable = (): EngineError => new EngineError('recipe.unreadable', 'This is not a recipe. Drop a .recipe.json file saved by Rolecall.');

function sorted<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => compare(a, b)));
}

function textsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return sorted(Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')));
}

function conventionsOf({ nullTexts, timeZone }: { nullTexts?: unknown; timeZone?: unknown }): Pick<Recipe, 'nullTexts' | 'timeZone'> {
  return { ...(isTexts(nullTexts) ? { nullTexts: [...nullTexts].sort() } : {}), ...(typeof timeZone === 'string' && timeZone !== '' ? { timeZone } : {}) };
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
