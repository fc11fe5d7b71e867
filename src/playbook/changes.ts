import type { Playbook } from './playbook';

/** One difference between two playbooks: where, and what stood and stands there; undefined where it was or is absent. */
export interface Change {
  /** `templates · Growth Suite team · Champion · people`: parts by their names rather than by their places. */
  place: string[];
  before: unknown;
  after: unknown;
}

/**
 * What differs, in the order of the document. Parts of a list are told apart by their name (a seat by its role), so that a
 * new first persona is one change; a list whose parts only changed places is one change of order.
 */
export function changesBetween(before: Playbook, after: Playbook): Change[] {
  return differences(before, after, []);
}

function differences(before: unknown, after: unknown, place: string[]): Change[] {
  if (isSame(before, after)) return [];
  if (isNamedList(before) && isNamedList(after)) return listDifferences(before, after, place);
  // A condition is read as one sentence, so it changes as one.
  if (isPlain(before) && isPlain(after) && place.at(-1) !== 'condition') {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(before[key], after[key], [...place, key]));
  }
  return [{ place, before, after }];
}

function listDifferences(before: readonly Named[], after: readonly Named[], place: string[]): Change[] {
  const [old, now] = [before.map(nameOf), after.map(nameOf)];
  const there = now.filter((name) => old.includes(name));
  const stayed = old.filter((name) => now.includes(name));
  const order = isSame(there, stayed) ? [] : [{ place: [...place, 'order'], before: old, after: now }];
  const gone = before.filter((part) => !now.includes(nameOf(part))).map((part) => ({ place: [...place, nameOf(part)], before: part, after: undefined }));
  const changed = after.flatMap((part) => {
    const same = before.find((each) => nameOf(each) === nameOf(part));
    return same === undefined ? [{ place: [...place, nameOf(part)], before: undefined, after: part }] : differences(same, part, [...place, nameOf(part)]);
  });
  return [...gone, ...changed, ...order];
}

type Named = { name: string } | { role: string } | { phrase: string };
const nameOf = (part: Named): string => ('name' in part ? part.name : 'role' in part ? part.role : part.phrase);

function isNamedList(value: unknown): value is Named[] {
  return Array.isArray(value) && value.every((each) => isPlain(each) && ['name', 'role', 'phrase'].some((key) => typeof each[key] === 'string'));
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
