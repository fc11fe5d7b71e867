/** What is said of an example's person and account; what is left out is empty there. */
export interface ExamplePerson {
  title: string;
  name?: string | undefined;
  email?: string | undefined;
  department?: string | undefined;
  country?: string | undefined;
  region?: string | undefined;
  city?: string | undefined;
  leadSource?: string | undefined;
  /** Of the account, as all below. */
  company?: string | undefined;
  domain?: string | undefined;
  industry?: string | undefined;
  accountCountry?: string | undefined;
  accountType?: string | undefined;
  employees?: number | undefined;
  annualRevenue?: number | undefined;
}

export type ExampleFact = keyof ExamplePerson;

/** What must come out; what is left out may be anything. */
export interface Expectation {
  /** Null: no persona's condition is met. */
  persona?: string | null | undefined;
  seniority?: string | undefined;
  function?: string | undefined;
  /** In whose group the role is looked for; absent: in any. */
  solutionInterest?: string | undefined;
  /** Null: no seat. */
  role?: string | null | undefined;
}

/** One case that the rules must get right: `{ person: { title: 'Head of Brand' }, expect: { solutionInterest: 'Growth Suite', role: 'Champion' } }`. */
export interface Example {
  person: ExamplePerson;
  expect: Expectation;
}

/** Where each fact of an example stands for the rules: the field that a condition asks for. */
export const exampleFields: Readonly<Record<ExampleFact, string>> = {
  title: 'person.job_title', name: 'person.full_name', email: 'person.email', department: 'person.department', country: 'person.country',
  region: 'person.region', city: 'person.city', leadSource: 'person.lead_source', company: 'account.account_name', domain: 'account.domain',
  industry: 'account.industry', accountCountry: 'account.country', accountType: 'account.account_type', employees: 'account.employees',
  annualRevenue: 'account.annual_revenue',
};

/** What an example may expect. */
export type Expected = Exclude<keyof Expectation, 'solutionInterest'>;

/** One thing that an example expects and what came of it: a row of `score.example`. */
export interface ExampleResult {
  /** From 1, in the playbook's order. */
  example_no: number;
  what: Expected;
  solution_interest: string | null;
  expected: string | null;
  got: string | null;
  is_met: boolean;
  /** The rule or the phrases that decided. */
  decided_by: string;
}

/** A failing example as one sentence: "Head of Brand: Champion for Growth Suite expected, got no seat (No seat fits)". */
export function failureWords(title: string, { what, solution_interest, expected, got, decided_by }: ExampleResult): string {
  return `${title}: ${expectedWords(what, expected, solution_interest)} expected, got ${valueWords(what, got)} (${decided_by})`;
}

/** "Persona CXO / EVP", "Champion for Growth Suite", "no seat", "level c_level". */
export function expectedWords(what: Expected, value: string | null, interest: string | null): string {
  const words = value === null ? valueWords(what, null) : what === 'role' ? value : `${kinds[what]} ${value}`;
  return interest === null ? words : `${words} for ${interest}`;
}

const valueWords = (what: Expected, value: string | null): string => value ?? (what === 'role' ? 'no seat' : `no ${kinds[what]}`);

const kinds: Record<Expected, string> = { persona: 'persona', seniority: 'level', function: 'function', role: 'role' };

/** The examples with another name for a persona, a role or a solution interest. */
export function renamedInExamples(examples: Example[] | undefined, key: 'persona' | 'role' | 'solutionInterest', before: string | undefined, after: string): Example[] | undefined {
  return examples?.map((each) => (before !== undefined && each.expect[key] === before ? { ...each, expect: { ...each.expect, [key]: after } } : each));
}
