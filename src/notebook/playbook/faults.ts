import type { Fault } from '../../playbook';

/** What is wrong at a place of the playbook or inside it, as one text; null when nothing is. */
export function faultAt(faults: readonly Fault[], path: string): string | null {
  const here = faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`) || fault.path.startsWith(`${path}[`));
  return here.length > 0 ? here.map(({ reason }) => reason).join('; ') : null;
}

/** What is wrong at a place itself, not inside it; null when nothing is. */
export function faultOf(faults: readonly Fault[], path: string): string | null {
  const here = faults.filter((fault) => fault.path === path);
  return here.length > 0 ? here.map(({ reason }) => reason).join('; ') : null;
}
