import { describeCondition, expectedWords, valueLabel, type Condition, type Example, type ExampleFact, type ExampleResult, type Expected, type Playbook } from '../../playbook';
import { formatCount } from '../../ui/format';

/** What came of the examples in the last run, as rows of `ExampleResult`. */
export const examplesSql = 'select example_no, what, solution_interest, expected, got, is_met, decided_by from score.example order by example_no, what';

/** The same rows of those that fail, with the example's title. */
export const failingSql = 'select job_title, example_no, what, solution_interest, expected, got, is_met, decided_by from score.example where not is_met order by example_no, what';

/** What an example may say of its person, in the order to ask for it. */
export const factLabels: Readonly<Record<Exclude<ExampleFact, 'title'>, string>> = {
  name: 'Name', email: 'E-mail', department: 'Department', country: 'Country', region: 'Region', city: 'City', leadSource: 'Lead source', company: 'Company',
  domain: 'Domain', industry: 'Industry', accountCountry: 'Account country', accountType: 'Account type', employees: 'Employees', annualRevenue: 'Annual revenue',
};

export const isAmount = (fact: ExampleFact): boolean => fact === 'employees' || fact === 'annualRevenue';

// Object.keys knows only texts; these are the keys of the record above.
export const facts = Object.keys(factLabels) as (keyof typeof factLabels)[];

/** What is said of an example beside the title: "Germany · Banking · 500 employees". */
export function factsOf({ person }: Example): string {
  return facts
    .flatMap((fact) => {
      const value = person[fact];
      if (value === undefined) return [];
      return typeof value === 'number' ? `${formatCount(value)} ${factLabels[fact].toLowerCase()}` : value;
    })
    .join(' · ');
}

/** What an example expects, a line each thing: "Champion for Growth Suite", "Level Director". */
export function expectations({ expect }: Example): string[] {
  const kinds: Expected[] = ['persona', 'seniority', 'function', 'role'];
  return kinds.flatMap((what) => {
    const value = expect[what];
    return value === undefined ? [] : sentenceOf(what, value, what === 'role' ? (expect.solutionInterest ?? null) : null);
  });
}

/** What came out in place of what was expected: "No seat for Growth Suite". */
export const resultWords = ({ what, got, solution_interest }: ExampleResult): string => sentenceOf(what, got, solution_interest);

/** "Champion for Growth Suite expected, Influencer came out". */
export const failureWords = ({ what, expected, got, solution_interest }: ExampleResult): string =>
  `${sentenceOf(what, expected, solution_interest)} expected, ${sentenceOf(what, got, null)} came out`;

/** The rule that decided, and what the expected one asks: enough to see which of the two is to be changed. */
export function ruleWords({ what, expected, solution_interest, decided_by }: ExampleResult, playbook: Playbook): string {
  const asks = conditionOf(what, expected, solution_interest, playbook);
  return asks === null ? `${decided_by}.` : `${decided_by}. ${expected} asks: ${describeCondition(asks)}.`;
}

function sentenceOf(what: Expected, value: string | null, interest: string | null): string {
  const label = value !== null && (what === 'seniority' || what === 'function') ? valueLabel(`title.${what}`, value) : value;
  const words = expectedWords(what, label, interest);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The condition of the persona or of the seat that was expected. */
function conditionOf(what: Expected, expected: string | null, interest: string | null, { personas, templates, interests }: Playbook): Condition | null {
  if (what === 'persona') return personas.find(({ name }) => name === expected)?.condition ?? null;
  if (what !== 'role') return null;
  const template = interests.find(({ name }) => name === interest)?.template;
  return templates.find(({ name }) => name === template)?.seats.find(({ role }) => role === expected)?.condition ?? null;
}
