import type { Fault } from './condition-faults';
import type { Playbook } from './playbook';

/** What examples of the right shape still get wrong: they expect nothing, or something of a name that there is not. */
export function exampleFaults({ examples = [], personas, roles, interests }: Playbook): Fault[] {
  const names = { persona: personas.map(({ name }) => name), role: roles, 'solution interest': interests.map(({ name }) => name) };
  return examples.flatMap(({ expect }, at) => {
    const path = `examples[${at}].expect`;
    const missing = (key: string, kind: keyof typeof names, name: string | null | undefined): Fault[] =>
      typeof name === 'string' && !names[kind].includes(name) ? [{ path: `${path}.${key}`, reason: `there is no ${kind} “${name}”` }] : [];
    const isEmpty = [expect.persona, expect.seniority, expect.function, expect.role].every((each) => each === undefined);
    return [
      ...(isEmpty ? [{ path, reason: 'expects nothing; say a persona, a level, a function or a role' }] : []),
      ...(!isEmpty && expect.solutionInterest !== undefined && expect.role === undefined ? [{ path: `${path}.solutionInterest`, reason: 'says for which solution, but not which role; say one, or null for no seat' }] : []),
      ...missing('persona', 'persona', expect.persona),
      ...missing('role', 'role', expect.role),
      ...missing('solutionInterest', 'solution interest', expect.solutionInterest),
    ];
  });
}
