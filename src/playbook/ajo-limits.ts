import { factConditions, isFact, rulesIn } from './facts';
import { ajoWeightings, defaultRoles } from './ajo-defaults';
import { weightsOf } from './engagement';
import { ajoKeywordLimit } from './keywords';
import type { Condition, Playbook } from './playbook';

/** The parts of a playbook in which a limit can be met; `files` are the data it is used on. */
export type LimitedPart = 'personas' | 'roles' | 'templates' | 'interests' | 'audiences' | 'engagement' | 'keywords' | 'settings' | 'files';

/** What the data hold that AJO limits. */
export interface LimitedData {
  /** Characters of the longest account name. */
  longestName: number;
  /** Accounts without a name, which AJO drops. */
  nameless: number;
}

/** How a playbook stands to one limit of AJO B2B Edition; a warning, never a fault. */
export interface LimitReading {
  key: string;
  label: string;
  /** `at most` the limit, or `exactly` it where AJO leaves no choice. */
  rule: 'at most' | 'exactly';
  limit: number;
  /** The greatest number found, or for `exactly` the number that stands there. */
  found: number;
  unit: string;
  /** What is over the limit by name, when it counts for each of several. */
  where: string[];
  isOver: boolean;
  /** The page of AJO's documentation that says so. */
  source: string;
  /** The section of the domain reference that quotes it. */
  section: string;
  part: LimitedPart;
}

/** The limits of AJO B2B Edition (domain.md §1.1, §1.2, §1.3, §1.4, §1.5, §1.11), each with what the playbook has of it, in the order of its parts; those of data last, where any are loaded. */
export function ajoReadings(playbook: Playbook, data: LimitedData | null = null): LimitReading[] {
  return limits.filter(({ part }) => part !== 'files' || data !== null).map(({ count, ...limit }) => {
    const counts = count(playbook, data ?? { longestName: 0, nameless: 0 });
    const isOver = (found: number): boolean => (limit.rule === 'at most' ? found > limit.limit : found !== limit.limit);
    const over = counts.filter(({ found }) => isOver(found));
    const found = Math.max(0, ...counts.map((each) => each.found));
    return { ...limit, found, where: over.flatMap(({ name }) => name ?? []), isOver: over.length > 0 };
  });
}

/** Limits that no playbook reaches, to be minded in AJO itself (domain.md §1.3, §1.6, §1.9, §1.10, §1.11). */
export const limitsElsewhere: readonly { label: string; limit: number; source: string }[] = [
  { label: 'Stage models', limit: 1, source: 'buying-groups/buying-group-stages.md' },
  { label: 'Paths of a journey split', limit: 25, source: 'journeys/split-merge-paths-nodes.md' },
  { label: 'Variants of a variant split', limit: 20, source: 'journeys/split-merge-paths-nodes.md' },
  { label: 'LinkedIn audiences at once', limit: 10, source: 'data/linkedin-account-matched-audiences.md' },
  { label: 'Members added or removed in one go', limit: 50, source: 'buying-groups/buying-group-details.md' },
  { label: 'Characters of a group’s status', limit: 50, source: 'journeys/action-nodes.md' },
];

interface Counted { name?: string; found: number }
type Limit = Omit<LimitReading, 'found' | 'where' | 'isOver'> & { count: (playbook: Playbook, data: LimitedData) => Counted[] };

const personaPage = 'admin/persona-mapping.md';
const scorePage = 'buying-groups/engagement-scores.md';
const weightingPage = 'admin/engagement-score-weighting.md';
const rolePage = 'buying-groups/default-custom-roles.md';
const interestPage = 'buying-groups/solution-interests.md';
const completenessPage = 'buying-groups/completeness-scores.md';
const mappingPage = 'admin/field-mapping.md';
const intentPage = 'admin/intent-data.md';
const fieldPage = 'admin/xdm-field-management.md';
const sectionOf: Record<string, string> = { [personaPage]: '1.1', [rolePage]: '1.2', [interestPage]: '1.3', [mappingPage]: '1.3', [completenessPage]: '1.4', [scorePage]: '1.5', [weightingPage]: '1.5', [intentPage]: '1.9' };

const atMost = (key: string, label: string, limit: number, unit: string, part: LimitedPart, source: string, count: Limit['count']): Limit =>
  ({ key, label, rule: 'at most', limit, unit, part, source, section: sectionOf[source] ?? '1.11', count });
const exactly = (key: string, label: string, limit: number, unit: string, part: LimitedPart, source: string, count: Limit['count']): Limit =>
  ({ ...atMost(key, label, limit, unit, part, source, count), rule: 'exactly' });
const one = (found: number): Counted[] => [{ found }];

const limits: readonly Limit[] = [
  atMost('personas', 'Personas', 20, 'personas', 'personas', personaPage, ({ personas }) => one(personas.length)),
  atMost('persona-attributes', 'Attributes of one persona', 5, 'attributes', 'personas', personaPage, ({ personas }) =>
    personas.map(({ name, condition }) => ({ name, found: fieldsOf([condition]).length })),
  ),
  atMost('all-attributes', 'Attributes of all personas together', 10, 'attributes', 'personas', personaPage, ({ personas }) =>
    one(fieldsOf(personas.map(({ condition }) => condition)).length),
  ),
  atMost('roles', 'Roles, with the six that are always there', 20, 'roles', 'roles', rolePage, ({ roles }) =>
    one(new Set([...defaultRoles, ...roles].map((role) => role.trim().toLowerCase())).size),
  ),
  exactly('default-roles', 'Default roles, which cannot be renamed or removed', 6, 'of the six', 'roles', rolePage, ({ roles }) =>
    one(defaultRoles.filter((role) => roles.includes(role)).length),
  ),
  exactly('draft-templates', 'Solution interests whose template is still a draft', 0, 'interests', 'interests', interestPage, ({ interests, templates }) =>
    interests.map((interest) => ({ name: interest.name, found: templates.some(({ name, isLive }) => name === interest.template && !isLive) ? 1 : 0 })),
  ),
  exactly('window', 'Days that engagement looks back', 30, 'days', 'engagement', scorePage, ({ engagement }) => one(engagement.windowDays)),
  exactly('daily-cap', 'Acts of one kind by one person that count a day', 20, 'acts', 'engagement', scorePage, ({ engagement }) => one(engagement.dailyCap)),
  atMost('event-types', 'Kinds of act that are weighed', 50, 'kinds', 'engagement', 'admin/configure-aep-events.md', ({ engagement }) =>
    one([...weightsOf(engagement).values()].filter((weight) => weight > 0).length),
  ),
  exactly('unbanded-weights', 'Weights of acts that are no band’s', 0, 'weights', 'engagement', weightingPage, ({ engagement }) => {
    const other = [...weightsOf(engagement)].filter(([, weight]) => !engagement.bands.some(({ value }) => value === weight));
    return other.length > 0 ? other.map(([name]) => ({ name, found: other.length })) : one(0);
  }),
  atMost('keywords', 'Keywords of one product', ajoKeywordLimit, 'keywords', 'keywords', intentPage, ({ keywords }) =>
    (keywords?.products ?? []).map((product) => ({ name: product.name, found: product.keywords.length })),
  ),
  exactly('weightings', 'Weightings of roles that are not AJO’s own', 0, 'weightings', 'settings', scorePage, ({ weightings }) => {
    const other = Object.entries(weightings).filter(([name, value]) => ajoWeightings[name] !== value);
    return other.length > 0 ? other.map(([name]) => ({ name, found: other.length })) : one(0);
  }),
  exactly('completeness', 'Seats that count only when full', 0, 'settings', 'settings', completenessPage, ({ completeness }) =>
    one(completeness.variant === 'binary' ? 1 : 0),
  ),
  ...(['account', 'person'] as const).map((owner) =>
    atMost(`${owner}-fields`, owner === 'account' ? 'Account fields of your own in rules' : 'Person fields of your own in rules', 100, 'fields', owner === 'account' ? 'audiences' : 'templates', fieldPage, (playbook) =>
      one(fieldsOf(rulesIn(playbook).map(({ condition }) => condition)).filter((field) => field.startsWith(`${owner}.custom_`)).length),
    ),
  ),
  atMost('account-name', 'Characters of an account’s name', 255, 'characters', 'files', mappingPage, (_, { longestName }) => one(longestName)),
  exactly('nameless', 'Accounts without a name, which are dropped', 0, 'accounts', 'files', mappingPage, (_, { nameless }) => one(nameless)),
];

/** The distinct fields that conditions ask for; a fact of any kind is one attribute. */
function fieldsOf(conditions: readonly Condition[]): string[] {
  const tests = (condition: Condition): string[] => {
    if ('all' in condition) return condition.all.flatMap(tests);
    if ('any' in condition) return condition.any.flatMap(tests);
    if ('not' in condition) return tests(condition.not);
    return isFact(condition) ? factConditions(condition).map((fact) => JSON.stringify(fact)) : [condition.field];
  };
  return [...new Set(conditions.flatMap(tests))];
}
