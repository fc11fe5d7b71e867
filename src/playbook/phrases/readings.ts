import { functions, seniorities, type Seniority, type TitleFunction } from './phrase';

/** One of the things that a phrase may stand for. */
export interface Reading {
  /** Short enough for a button: "Procurement". */
  label: string;
  seniority: Seniority;
  function: TitleFunction;
}

/** A phrase of the shipped dictionary that stands for several things, with what it may mean; the commonest reading first. */
export interface AmbiguousPhrase {
  /** Its label in the dictionary. */
  phrase: string;
  /** As people write it, and as it is taught. */
  written: string;
  /** Only where it is all of a title's first part: elsewhere it is another word. */
  isAlone: boolean;
  readings: Reading[];
}

/** `CPO: Product = c_level product | …`; a phrase that counts only alone begins with `=`. Pitfalls of domain.md §4.3. */
const text = `
CPO: Product = c_level product | People = c_level hr | Procurement = c_level procurement | Privacy = c_level legal
CSO: Sales = c_level sales | Strategy = c_level strategy | Security = c_level security | Sustainability = c_level operations | Science = c_level research
CRO: Revenue = c_level sales | Risk = c_level finance | Research = c_level research
CDO: Data = c_level data | Digital = c_level it | Diversity = c_level hr | Design = c_level product
CAO: Administration = c_level administration | Accounting = c_level finance | Analytics = c_level data
CCO: Customer = c_level customer_success | Commercial = c_level sales | Compliance = c_level legal | Communications = c_level marketing
CLO: Legal = c_level legal | Learning = c_level hr
MD: Managing director = c_level general_management | Physician = staff healthcare | Medical director = director healthcare
=AD: Amministratore delegato = c_level general_management | Art director = director marketing | Associate director = director operations | Advertising = staff marketing
PM: Project = staff operations | Product = staff product
EA: Executive assistant = staff administration | Enterprise architect = lead engineering
`;

export const ambiguousPhrases: readonly AmbiguousPhrase[] = text.trim().split('\n').map(toPhrase);

function toPhrase(line: string): AmbiguousPhrase {
  const [, alone, written = '', list = ''] = /^(=?)([^:]+): (.*)$/.exec(line) ?? [];
  // What stands alone has a label of its own in the dictionary, so that the same letters elsewhere are told apart.
  return { phrase: alone ? written : written.toLowerCase(), written, isAlone: alone === '=', readings: list.split(' | ').map(toReading) };
}

function toReading(part: string): Reading {
  const [label = '', meaning = ''] = part.split(' = ');
  const seniority = seniorities.find((each) => meaning.startsWith(`${each} `));
  const duty = functions.find((each) => meaning.endsWith(` ${each}`));
  if (!seniority || !duty) throw new RangeError(`a reading needs a level and a function: ${part}`);
  return { label, seniority, function: duty };
}
