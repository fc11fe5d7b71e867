import { factConditions, isFact, rulesIn } from './facts';
import { fieldLabel } from './labels';
import type { Condition, Operator, Playbook, Test } from './playbook';

/** A rule that AJO B2B Edition cannot be told as it stands, and why, as ends of a sentence. */
export interface LanguageGap {
  /** The rule's place in the document. */
  path: string;
  /** The rule as a person knows it: `Persona “VP”`. */
  usedBy: string;
  part: 'personas' | 'templates' | 'audiences' | 'stages';
  reasons: string[];
}

/**
 * The rules whose conditions go beyond AJO's (domain.md §1.1 exact values in personas; §1.2 six operators joined once by all
 * or any in roles; §1.10 account conditions in audiences, and in the journeys that move a group to a stage), in the order of
 * the document; none for a playbook that fits.
 */
export function languageGaps(playbook: Playbook): LanguageGap[] {
  return [...rulesIn(playbook), ...stageRules(playbook)].flatMap(({ path, usedBy, condition }) => {
    const part = partOf(path);
    const reasons = [...new Set(reasonsAgainst(condition, languages[part]))];
    return reasons.length > 0 ? [{ path, usedBy, part, reasons }] : [];
  });
}

/** AJO's stages have no conditions: a journey moves a group, by what journeys may ask of it. */
function stageRules({ stageModel }: Playbook): { path: string; usedBy: string; condition: Condition }[] {
  return stageModel.stages.flatMap(({ name, condition }, at) =>
    condition ? [{ path: `stageModel.stages[${at}].condition`, usedBy: `Stage “${name}”`, condition }] : [],
  );
}

interface Language {
  fields: RegExp;
  operators: readonly Operator[];
  /** The operators that may stand alone inside a `not`. */
  negatable: readonly Operator[];
  hasLists: boolean;
  hasHistory: boolean;
  hasNesting: boolean;
}

const personFields = /^(title\.job_title|person\.(job_title|city|country|region|email|first_name|last_name|phone|person_score|custom_.+))$/;
const exact: Operator[] = ['is', 'is one of'];
const comparing: Operator[] = ['<', '<=', '>', '>=', 'between'];

const languages: Record<LanguageGap['part'], Language> = {
  personas: { fields: personFields, operators: exact, negatable: [], hasLists: false, hasHistory: false, hasNesting: false },
  templates: {
    fields: personFields,
    operators: [...exact, 'is not', 'is none of', 'starts with', 'is empty', 'is not empty'],
    negatable: [...exact, 'starts with', 'is empty', 'is not empty'],
    hasLists: true,
    hasHistory: false,
    hasNesting: false,
  },
  audiences: {
    fields: /^account\.(annual_revenue|city|country|employees|industry|account_name|region|custom_.+)$/,
    operators: [...exact, 'is not', 'is none of', 'starts with', 'contains', 'is empty', 'is not empty', ...comparing],
    negatable: [...exact, 'starts with', 'contains', 'is empty', 'is not empty', ...comparing],
    hasLists: true,
    hasHistory: true,
    hasNesting: true,
  },
  stages: {
    fields: /^group\.(completeness|engagement|is_complete|is_engaged)$/,
    operators: ['is', ...comparing],
    negatable: ['is', ...comparing],
    hasLists: false,
    hasHistory: false,
    hasNesting: true,
  },
};

function partOf(path: string): LanguageGap['part'] {
  if (path.startsWith('stageModel')) return 'stages';
  return path.startsWith('personas') ? 'personas' : path.startsWith('audiences') ? 'audiences' : 'templates';
}

function reasonsAgainst(condition: Condition, language: Language): string[] {
  const inside = (each: Condition): string[] => reasonsAgainst(each, language);
  if ('not' in condition) {
    const { not } = condition;
    const isFine = 'field' in not && language.negatable.includes(not.op);
    return [...(isFine || language.hasNesting ? [] : ['turns a condition round with “not”']), ...inside(not)];
  }
  if ('all' in condition || 'any' in condition) {
    const isFine = language.hasNesting || isFlat(condition, null);
    return [...(isFine ? [] : ['has groups of conditions inside others']), ...('all' in condition ? condition.all : condition.any).flatMap((each) => inside(each))];
  }
  return isFact(condition) ? factReasons(condition, language) : testReasons(condition, language);
}

/** Whether it comes down to one list joined by all or any: groups of one, and groups of the kind around them, add nothing. */
function isFlat(condition: Condition, kind: 'all' | 'any' | null): boolean {
  const [own, parts] = 'all' in condition ? ['all' as const, condition.all] : 'any' in condition ? ['any' as const, condition.any] : [null, []];
  if (own === null || parts.length === 0) return true;
  const [only] = parts;
  if (only && parts.length === 1) return isFlat(only, kind);
  return (kind === null || kind === own) && parts.every((part) => isFlat(part, own));
}

function factReasons(condition: Condition, language: Language): string[] {
  return factConditions(condition).flatMap((fact) => {
    if ('list' in fact) return language.hasLists ? [] : ['asks for a list'];
    if ('opportunity' in fact) return ['asks of opportunities'];
    return language.hasHistory ? [] : ['counts activities'];
  });
}

function testReasons({ field, op }: Test, { fields, operators }: Language): string[] {
  const reasons = fields.test(field) ? [] : [`asks for “${fieldLabel(field)}”`];
  if (op === 'matches') return [...reasons, 'has a pattern (regular expression)'];
  return operators.includes(op) ? reasons : [...reasons, `compares with “${op}”`];
}
