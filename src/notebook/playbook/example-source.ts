import { addExample, exampleFields, factsAsked, type Example, type ExampleFact, type ExamplePerson, type Expectation, type OwnPhrase, type Playbook } from '../../playbook';

/** A person who was loaded, with what an example can say of one: the facts by their names, and the title. */
export type ExampleSource = { job_title: string | null } & Record<`fact_${ExampleFact}`, string | number | null>;

const tables: Record<string, string> = { person: 'people', account: 'account' };

/** The columns of an `ExampleSource`, of `canon.person as people` and `canon.account as account`. */
export const exampleColumns = [
  'people.job_title',
  ...Object.entries(exampleFields).map(([fact, field]) => {
    const [owner = '', column = ''] = field.split('.');
    return `${tables[owner] ?? owner}.${column} as "fact_${fact}"`;
  }),
].join(', ');

/**
 * An example made of a person: the title and what the rules ask beside it. Nothing more, and never a name or an e-mail address
 * that no rule asks for: a playbook is handed around.
 */
export function exampleOf(source: ExampleSource, expect: Expectation, playbook: Playbook): Example {
  const said = factsAsked(playbook).flatMap((fact) => (source[`fact_${fact}`] === null ? [] : [[fact, source[`fact_${fact}`]] as const]));
  // Texts and numbers as the columns have them, which are those of the fields.
  return { person: { title: source.job_title ?? '', ...(Object.fromEntries(said) as Partial<ExamplePerson>) }, expect };
}

/** An example that a title keeps the meaning it has now. */
export const exampleOfTitle = (row: { job_title: string; seniority: string; function: string }): Example => ({ person: { title: row.job_title }, expect: { seniority: row.seniority, function: row.function } });

/** An example that a phrase on its own means what was taught; null for one that says nothing that an example can expect. */
export function exampleFor({ phrase, seniority, function: duty, persona }: OwnPhrase): Example | null {
  const expect = { ...(persona ? { persona } : {}), ...(seniority ? { seniority } : {}), ...(duty ? { function: duty } : {}) };
  return Object.keys(expect).length === 0 ? null : { person: { title: phrase }, expect };
}

/** Whether a playbook has the very same example. */
export const hasExample = (playbook: Playbook, example: Example | null): boolean => example !== null && addExample(playbook, example) === playbook;
