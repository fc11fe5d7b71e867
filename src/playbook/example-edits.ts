import { fieldsIn } from './condition';
import { withPatch } from './edits';
import { exampleFields, type Example, type ExampleFact, type ExampleResult, type Expectation } from './example';
import { rulesIn, withFactsAsTests } from './facts';
import type { Playbook } from './playbook';

/** A playbook with one example more; the same playbook when it has the very same one. */
export function addExample(playbook: Playbook, example: Example): Playbook {
  const examples = playbook.examples ?? [];
  return examples.some((each) => JSON.stringify(each) === JSON.stringify(example)) ? playbook : { ...playbook, examples: [...examples, example] };
}

export function changeExample(playbook: Playbook, at: number, example: Example): Playbook {
  return { ...playbook, examples: withPatch(playbook.examples ?? [], at, example) };
}

export function removeExample(playbook: Playbook, at: number): Playbook {
  return { ...playbook, examples: (playbook.examples ?? []).toSpliced(at, 1) };
}

/** The example that expects what came out, where a person agrees with the rules rather than with the example. */
export function expectingWhatCame(example: Example, results: readonly ExampleResult[]): Example {
  const came: Expectation = Object.fromEntries(results.map(({ what, got }) => [what, got]));
  return { ...example, expect: { ...example.expect, ...came } };
}

/** The facts that some rule for people asks of a person or account, beside the title: what an example must say to be judged as they are. */
export function factsAsked(playbook: Playbook): ExampleFact[] {
  const rules = rulesIn(playbook).filter(({ subject }) => subject === 'person');
  const asked = new Set(rules.flatMap(({ condition, subject }) => fieldsIn(withFactsAsTests(condition, subject, playbook))));
  // Object.keys knows only texts; these are the keys of a complete record.
  return (Object.keys(exampleFields) as ExampleFact[]).filter((fact) => fact !== 'title' && asked.has(exampleFields[fact]));
}
