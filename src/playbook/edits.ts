import { renamedInExamples } from './example';
import type { Audience, Condition, Interest, Persona, Playbook, Seat, Template } from './playbook';

/** The lists of a playbook whose parts have names that are unique in the list. */
export type NamedList = 'personas' | 'templates' | 'audiences' | 'interests';
export type NamedPart = Persona | Template | Audience | Interest;

/** A name that is not taken yet, as SQL compares names: `Champion`, `Champion 2`, `Champion 3` … */
export function freeName(wanted: string, taken: readonly string[]): string {
  const keys = new Set(taken.map((name) => name.trim().toLowerCase()));
  const isFree = (name: string): boolean => !keys.has(name.trim().toLowerCase());
  if (isFree(wanted)) return wanted;
  for (let at = 2; ; at++) if (isFree(`${wanted} ${at}`)) return `${wanted} ${at}`;
}

/** The list with one item elsewhere; the same list when there is nowhere to go. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Everybody: the condition that asks nothing. */
export const anybody: Condition = { all: [] };

/** A playbook with one persona more, at the end; it fits nobody yet, so that it takes nobody from the others. */
export function addPersona(playbook: Playbook): Playbook {
  const name = freeName('New persona', namesOf(playbook.personas));
  return { ...playbook, personas: [...playbook.personas, { name, condition: { any: [] } }] };
}

/** A new template as a draft, with the first role as its seat. */
export function addTemplate(playbook: Playbook): Playbook {
  const template = { name: freeName('New template', namesOf(playbook.templates)), isLive: false, seats: [newSeat(playbook, [])].filter((seat) => seat !== null) };
  return { ...playbook, templates: [...playbook.templates, template] };
}

/** A copy of a template beneath it, as a draft. */
export function duplicateTemplate(playbook: Playbook, at: number): Playbook {
  const template = playbook.templates[at];
  if (!template) return playbook;
  const copy = { ...structuredClone(template), name: freeName(`${template.name} copy`, namesOf(playbook.templates)), isLive: false };
  return { ...playbook, templates: playbook.templates.toSpliced(at + 1, 0, copy) };
}

/** A seat for the first role that a template lacks; nothing when it has them all. */
export function addSeat(playbook: Playbook, template: number): Playbook {
  const seats = playbook.templates[template]?.seats ?? [];
  const seat = newSeat(playbook, seats.map(({ role }) => role));
  return seat ? changeTemplate(playbook, template, { seats: [...seats, seat] }) : playbook;
}

export function changeTemplate(playbook: Playbook, at: number, patch: Partial<Template>): Playbook {
  return { ...playbook, templates: withPatch(playbook.templates, at, patch) };
}

export function changeSeat(playbook: Playbook, template: number, at: number, patch: Partial<Seat>): Playbook {
  return changeTemplate(playbook, template, { seats: withPatch(playbook.templates[template]?.seats ?? [], at, patch) });
}

/** A role of the user's own. */
export function addRole(playbook: Playbook): Playbook {
  return { ...playbook, roles: [...playbook.roles, freeName('New role', playbook.roles)] };
}

/** Another name for a role, in every seat too. */
export function renameRole(playbook: Playbook, at: number, name: string): Playbook {
  const before = playbook.roles[at];
  const templates = playbook.templates.map((template) => ({ ...template, seats: template.seats.map((seat) => (seat.role === before ? { ...seat, role: name } : seat)) }));
  return { ...playbook, roles: playbook.roles.with(at, name), templates, ...inExamples(playbook, 'role', before, name) };
}

/** The templates that have a seat for a role: it cannot be removed while there are any. */
export function templatesWith(playbook: Playbook, role: string): string[] {
  return playbook.templates.filter(({ seats }) => seats.some((seat) => seat.role === role)).map(({ name }) => name);
}

/** Another name for a part, wherever the playbook names it. */
export function renamePart(playbook: Playbook, list: NamedList, at: number, name: string): Playbook {
  const before = playbook[list][at]?.name;
  const named = { personas: 'persona', interests: 'solutionInterest', templates: null, audiences: null } as const;
  const key = named[list];
  const renamed = { ...playbook, [list]: withPatch<NamedPart>(playbook[list], at, { name }), ...(key ? inExamples(playbook, key, before, name) : {}) };
  const follow = (key: 'template' | 'audience'): Interest[] => renamed.interests.map((interest) => (interest[key] === before ? { ...interest, [key]: name } : interest));
  if (list === 'interests') return withKeywordInterest(renamed, before, name);
  if (list === 'personas') return { ...renamed, titles: { ...renamed.titles, phrases: renamed.titles.phrases.map((each) => (each.persona === before ? { ...each, persona: name } : each)) } };
  if (list === 'templates') return { ...renamed, interests: follow('template') };
  return list === 'audiences' ? { ...renamed, interests: follow('audience') } : renamed;
}

/** Products of a solution follow its name. */
function withKeywordInterest(playbook: Playbook, before: string | undefined, name: string): Playbook {
  const { keywords } = playbook;
  if (!keywords?.products.some(({ interest }) => interest === before)) return playbook;
  return { ...playbook, keywords: { ...keywords, products: keywords.products.map((product) => (product.interest === before ? { ...product, interest: name } : product)) } };
}

/** The solution interests that use a template or an audience: it cannot be removed while there are any. */
export function interestsOf(playbook: Playbook, list: 'templates' | 'audiences', at: number): string[] {
  const name = playbook[list][at]?.name;
  return playbook.interests.filter((interest) => (list === 'templates' ? interest.template : interest.audience) === name).map((interest) => interest.name);
}

export function removePart(playbook: Playbook, list: NamedList, at: number): Playbook {
  return { ...playbook, [list]: (playbook[list] as readonly NamedPart[]).toSpliced(at, 1) };
}

export function movePart(playbook: Playbook, list: NamedList, from: number, to: number): Playbook {
  return { ...playbook, [list]: moved<NamedPart>(playbook[list], from, to) };
}

/** A solution that is sold to the first audience with the first template; nothing without either. */
export function addInterest(playbook: Playbook): Playbook {
  const [template] = playbook.templates;
  const [audience] = playbook.audiences;
  if (!template || !audience) return playbook;
  const name = freeName('New solution', namesOf(playbook.interests));
  return { ...playbook, interests: [...playbook.interests, { name, template: template.name, audience: audience.name }] };
}

/** An audience of every account. */
export function addAudience(playbook: Playbook): Playbook {
  const name = freeName('New audience', namesOf(playbook.audiences));
  return { ...playbook, audiences: [...playbook.audiences, { name, condition: null }] };
}

export function withPatch<T>(list: readonly T[], at: number, patch: Partial<T>): T[] {
  return list.map((each, index) => (index === at ? { ...each, ...patch } : each));
}

function newSeat(playbook: Playbook, taken: readonly string[]): Seat | null {
  const role = playbook.roles.find((each) => !taken.includes(each));
  if (role === undefined) return null;
  const weighting = 'Normal' in playbook.weightings ? 'Normal' : (Object.keys(playbook.weightings)[0] ?? '');
  return { role, weighting, people: 1, isRequired: true, isAutoAssign: true, condition: null };
}

/** Nothing where there are none, so that a playbook without examples gets no empty list of them. */
const inExamples = (playbook: Playbook, ...rename: Rename): Pick<Playbook, 'examples'> => (playbook.examples ? { examples: renamedInExamples(playbook.examples, ...rename) } : {});
type Rename = Parameters<typeof renamedInExamples> extends [unknown, ...infer Rest] ? Rest : never;

const namesOf = (parts: readonly { name: string }[]): string[] => parts.map(({ name }) => name);
