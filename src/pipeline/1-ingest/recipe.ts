import type { ValueKind } from '../../engine/api';
import type { Drift, FileHints, Recipe } from '../../engine/import';
import { ownValue } from '../../util/own';
import { headerKey } from './aliases';

/** A recipe that fits a file: what it decides, and how the file differs from those it was made for. */
export interface Replay {
  name: string;
  hints: FileHints;
  drift: Drift[];
}

/** At least this share of a recipe's columns must be in a file. */
export const leastShare = 0.8;

/** The recipe that fits a file's headers best, replayed on them; null when none does. */
export function replay(recipes: readonly Recipe[], headers: readonly string[], kinds: readonly ValueKind[]): Replay | null {
  const fitting = recipes.map((recipe) => ({ recipe, share: shareOf(recipe, headers) })).filter(({ share }) => share > 0);
  const best = fitting.sort((a, b) => b.share - a.share)[0]?.recipe;
  if (!best) return null;
  const names = namesIn(best, headers);
  return { name: best.name, hints: hintsOf(best, names), drift: driftOf(best, headers, kinds, names) };
}

/** How well a recipe fits, 0 to 1; 0 when too few of its columns are there or most of the file is strange to it. */
export function shareOf(recipe: Recipe, headers: readonly string[]): number {
  const own = new Set(recipe.headers.map(headerKey));
  const given = new Set(headers.map(headerKey));
  const common = [...own].filter((key) => given.has(key)).length;
  const isStrange = common * 2 < given.size;
  return own.size > 0 && common >= own.size * leastShare && !isStrange ? common / Math.max(own.size, given.size) : 0;
}

/** What each of the recipe's columns is called in this file; a renamed one has a similar name in the same place. */
function namesIn(recipe: Recipe, headers: readonly string[]): Map<string, string> {
  const left = new Map(headers.map((header) => [headerKey(header), header]));
  const names = new Map<string, string>();
  for (const column of recipe.headers) {
    const same = headers.includes(column) ? column : left.get(headerKey(column));
    if (same === undefined) continue;
    names.set(column, same);
    left.delete(headerKey(same));
  }
  // Places are counted among columns that are there both times, so that a new one moves none.
  const before = new Set(names.values());
  const placeOf = (list: readonly string[], at: number, isThere: (name: string) => boolean): number => list.slice(0, at).filter(isThere).length;
  for (const [at, column] of recipe.headers.entries()) {
    if (names.has(column)) continue;
    const place = placeOf(recipe.headers, at, (name) => before.has(names.get(name) ?? ''));
    const renamed = headers.find((header, there) =>
      left.has(headerKey(header)) && placeOf(headers, there, (name) => before.has(name)) === place && isSimilar(column, header));
    if (renamed === undefined) continue;
    names.set(column, renamed);
    left.delete(headerKey(renamed));
  }
  return names;
}

function hintsOf(recipe: Recipe, names: ReadonlyMap<string, string>): FileHints {
  const there = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).flatMap(([column, value]) => {
      const name = names.get(column);
      return name === undefined ? [] : [[name, value]];
    }));
  return {
    entity: recipe.entity,
    columns: there(recipe.columns),
    leftOut: recipe.leftOut.flatMap((column) => names.get(column) ?? []),
    dates: there(recipe.dates),
    types: there(recipe.types),
    ...(recipe.nullTexts ? { nullTexts: recipe.nullTexts } : {}),
    ...(recipe.timeZone ? { timeZone: recipe.timeZone } : {}),
  };
}

function driftOf(recipe: Recipe, headers: readonly string[], kinds: readonly ValueKind[], names: ReadonlyMap<string, string>): Drift[] {
  const known = new Set(names.values());
  const missing = recipe.headers.filter((column) => !names.has(column));
  const renamed = [...names].filter(([column, name]) => headerKey(column) !== headerKey(name));
  return [
    ...renamed.map(([column, to]): Drift => ({ kind: 'renamed', column, to })),
    ...missing.map((column): Drift => ({ kind: 'missing', column, columnName: ownValue(recipe.columns, column) ?? null })),
    ...headers.filter((header) => !known.has(header)).map((column): Drift => ({ kind: 'new', column })),
    ...[...names].flatMap(([column, name]): Drift[] => {
      const from = ownValue(recipe.kinds, column) ?? 'empty';
      const to = kinds[headers.indexOf(name)] ?? 'empty';
      return from === to || from === 'empty' || to === 'empty' ? [] : [{ kind: 're-typed', column: name, from, to }];
    }),
  ];
}

/** Names that share most of their pairs of letters, or of which one holds the other: `E-mail` and `Email Address`. */
export function isSimilar(one: string, other: string): boolean {
  const [a, b] = [headerKey(one), headerKey(other)];
  if (a.length < 3 || b.length < 3) return false;
  if (a.includes(b) || b.includes(a)) return true;
  const pairs = (text: string): Set<string> => new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size) >= 0.5;
}
