import { EngineError } from '../engine/errors';

/**
 * Names so that each comes after all it reads; what is read but not in the map counts as given.
 * Throws `pipeline.cycle` naming the path when some read each other.
 */
export function inOrder<Name extends string>(reads: ReadonlyMap<Name, readonly Name[]>): Name[] {
  const done: Name[] = [];
  const state = new Map<Name, 'open' | 'done'>();
  const visit = (name: Name, path: readonly Name[]): void => {
    const needs = reads.get(name);
    if (!needs || state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      const cycle = [...path.slice(path.indexOf(name)), name].join(' → ');
      throw new EngineError('pipeline.cycle', `These read each other in a circle: ${cycle}.`);
    }
    state.set(name, 'open');
    for (const need of needs) if (need !== name) visit(need, [...path, name]);
    state.set(name, 'done');
    done.push(name);
  };
  for (const name of reads.keys()) visit(name, []);
  return done;
}
