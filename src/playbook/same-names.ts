import type { Fault } from './condition-faults';

/** A fault at each name that was there before. SQL finds rules by name in places, without regard to case, so names must differ in more than that. */
export function twice(path: string, names: string[]): Fault[] {
  const keys = names.map((name) => name.trim().toLowerCase());
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at ? [{ path: `${path}[${at}]`, reason: `“${names[at]}” is there already` }] : [],
  );
}
