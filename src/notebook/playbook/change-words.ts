import { describeCondition, type Change, type Condition, type Example } from '../../playbook';

/** A change as a person reads it: "Growth Suite team, Champion: people 1 → 2". */
export function changeWords({ place, before, after }: Change): string {
  const [list = '', ...rest] = place;
  const names = rest.filter((part) => part !== 'seats' && part !== 'stages');
  if (list === 'examples') return exampleWords(before, after);
  const leaf = names.at(-1) ?? list;
  const ofModel = modelWords(list, names, before, after);
  if (ofModel !== null) return ofModel;
  if (leaf === 'order') return `${[label(list), ...names.slice(0, -1)].join(', ')}: another order`;
  if (isPart(after) && before === undefined) return `${where(list, names.slice(0, -1))}: added ${leaf}`;
  if (isPart(before) && after === undefined) return `${where(list, names.slice(0, -1))}: removed ${leaf}`;
  const path = names.length > 1 ? names.slice(0, -1).join(', ') : label(list);
  const others = memberWords(before, after);
  if (others) return `${names.length > 1 ? `${path}: ${label(leaf)} ` : `${label(list)}: `}${others}`;
  if (names.length === 0) return `${label(list)}: ${shown(before)} → ${shown(after)}`;
  if (leaf === 'condition') return `${path}: ${sentence(after)}`;
  return `${path}: ${label(leaf)} ${shown(before)} → ${shown(after)}`;
}

/** "Model 2: weight of Page Views 40 → Minor"; null for what is no weight or band of an engagement model. */
function modelWords(list: string, names: readonly string[], before: unknown, after: unknown): string | null {
  if (list !== 'engagement' && list !== 'engagementModels') return null;
  const [model = '', kind, name, leaf] = list === 'engagement' ? [label(list), ...names] : names;
  if (name === undefined || name === 'order') return null;
  if (kind === 'weights') return `${model}: weight of ${name} ${shown(before)} → ${shown(after)}`;
  if (leaf === 'value') return `${model}: band ${name} ${shown(before)} → ${shown(after)}`;
  return `${model}: ${before === undefined ? 'added' : 'removed'} the band ${name}`;
}

/** What came to the examples and what went, by their titles; one that was changed has done both. */
function exampleWords(before: unknown, after: unknown): string {
  const titlesOf = (list: unknown, other: unknown): string[] => {
    const others = new Set(Array.isArray(other) ? other.map((each) => JSON.stringify(each)) : []);
    // A list of the playbook's own; the check at the door has seen it.
    return ((list ?? []) as Example[]).filter((each) => !others.has(JSON.stringify(each))).map(({ person }) => person.title);
  };
  const [came, gone] = [titlesOf(after, before), titlesOf(before, after)];
  const changed = came.filter((title) => gone.includes(title));
  const said = { added: came.filter((title) => !changed.includes(title)), changed, removed: gone.filter((title) => !changed.includes(title)) };
  return `Examples: ${Object.entries(said).filter(([, titles]) => titles.length > 0).map(([verb, titles]) => `${verb} ${titles.join(', ')}`).join('; ') || 'another order'}`;
}

const where = (list: string, names: string[]): string => (names.length > 0 ? names.join(', ') : label(list));
const isPart = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const sentence = (value: unknown): string => (value === null || value === undefined ? 'no condition' : describeCondition(value as Condition));

/** What came to a list of words and what went: the whole list twice would hide it; null for anything else, and for another order. */
function memberWords(before: unknown, after: unknown): string | null {
  if (!isWordList(before) || !isWordList(after)) return null;
  const came = after.filter((word) => !before.includes(word));
  const gone = before.filter((word) => !after.includes(word));
  const said = [...(came.length > 0 ? [`added ${shown(came)}`] : []), ...(gone.length > 0 ? [`removed ${shown(gone)}`] : [])];
  return said.length > 0 ? said.join('; ') : null;
}

const isWordList = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value) && value.length > 12) return `${value.length} entries`;
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const labels: Record<string, string> = {
  personas: 'Personas', roles: 'Roles', templates: 'Role templates', audiences: 'Audiences', interests: 'Solution interests', engagement: 'Engagement',
  engagementModels: 'Other engagement models', status: 'status', bands: 'bands',
  thresholds: 'Thresholds', complete: 'complete from', engaged: 'engaged from', weightings: 'Weightings', people: 'people needed', isRequired: 'required',
  isAutoAssign: 'by rule', isLive: 'live', windowDays: 'days', dailyCap: 'at most a day', normalisation: 'weights compared', asOf: 'today',
  weighting: 'weighting', variant: 'counted', titles: 'Phrases', phrases: 'phrases', companyName: 'company names alike from', completeness: 'Completeness', funnel: 'People funnel', precedence: 'Whose word on a member counts',
  keywords: 'Keywords', products: 'products', halfLifeDays: 'counts half after days', lookBackDays: 'looks back days', category: 'category', interest: 'solution interest',
  stageModel: 'Stages', kind: 'kind', next: 'moves to', description: 'description',
  weights: 'weight', lists: 'Lists', keys: 'entries', name: 'Name', months: 'months', matching: 'Matching', activityAliases: 'Activity types', phrase: 'phrase', examples: 'Examples', levels: 'levels', directorInUk: 'Director in the UK', managingDirectorInBanks: 'Managing Director in banks', headOf: 'Head of', isAlone: 'only where it stands alone',
};

/** The heading of a part of the document: `templates` → "Role templates". */
export const partLabel = (key: string): string => (key === 'asOf' ? 'Today' : label(key));

const label = (key: string): string => labels[key] ?? key;
