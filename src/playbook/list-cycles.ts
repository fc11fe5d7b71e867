import { factConditions } from './facts';
import type { Fault } from './condition-faults';
import type { Audience } from './playbook';

/** Each audience that is in itself by way of the lists it names, told once with the way round. */
export function listCycles(audiences: readonly Audience[]): Fault[] {
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (name: string, way: readonly string[]): void => {
    const at = audiences.findIndex((each) => each.name === name);
    const audience = audiences[at];
    if (!audience || done.has(name)) return;
    if (way.includes(name)) {
      const round = [...way.slice(way.indexOf(name)), name].map((each) => `“${each}”`).join(' → ');
      faults.push({ path: `audiences[${at}].condition`, reason: `the audience is made of itself: ${round}; take one of these lists out` });
      return;
    }
    for (const each of namedIn(audience)) visit(each, [...way, name]);
    done.add(name);
  };
  for (const { name } of audiences) visit(name, []);
  return faults;
}

const namedIn = ({ condition }: Audience): string[] =>
  condition === null ? [] : factConditions(condition).flatMap((fact) => ('list' in fact ? [fact.list] : []));
