import { describe, expect, test } from 'vitest';
import { ajoReadings, defaultPlaybook, languageGaps, type Condition, type LimitedData, type PlainCondition, type Playbook } from '../../src/playbook';

const persona = (name: string, fields: string[]): Playbook['personas'][number] => ({ name, condition: { any: fields.map((field): Condition => ({ field, op: 'is', value: 'x' })) } });
const many = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
const interest = { name: 'Growth Suite', template: 'Growth Suite team', audience: 'All accounts' };
const withFields = (owner: string, count: number): Playbook => ({
  ...defaultPlaybook,
  personas: [persona('One', many(count, `${owner}.custom_`))],
});

/** A playbook at each limit, one just over it, and what is then found and where. */
const cases: [key: string, section: string, within: Playbook, over: Playbook, found: number, where: string[]][] = [
  ['personas', '1.1', withPersonas(20, 1), withPersonas(21, 1), 21, []],
  ['persona-attributes', '1.1', withPersonas(1, 5), withPersonas(1, 6), 6, ['P1']],
  ['all-attributes', '1.1', withPersonas(2, 5), { ...defaultPlaybook, personas: [persona('A', many(5, 'person.custom_')), persona('B', many(5, 'account.custom_')), persona('C', ['person.city'])] }, 11, []],
  ['roles', '1.2', { ...defaultPlaybook, roles: [...defaultPlaybook.roles, ...many(14, 'Role ')] }, { ...defaultPlaybook, roles: [...defaultPlaybook.roles, ...many(15, 'Role ')] }, 21, []],
  ['default-roles', '1.2', defaultPlaybook, { ...defaultPlaybook, roles: defaultPlaybook.roles.slice(1) }, 5, []],
  ['draft-templates', '1.3', { ...defaultPlaybook, interests: [interest] }, { ...defaultPlaybook, interests: [interest], templates: defaultPlaybook.templates.map((template) => ({ ...template, isLive: false })) }, 1, ['Growth Suite']],
  ['unbanded-weights', '1.5', withEngagement({ weights: { Chat: 'Vital', Call: 60 } }), withEngagement({ weights: { Chat: 55, Call: 60 } }), 1, ['Chat']],
  ['window', '1.5', defaultPlaybook, withEngagement({ windowDays: 31 }), 31, []],
  ['daily-cap', '1.5', defaultPlaybook, withEngagement({ dailyCap: 19 }), 19, []],
  ['event-types', '1.11', withEngagement({ weights: weights(50) }), withEngagement({ weights: weights(51) }), 51, []],
  ['keywords', '1.9', withKeywords(150), withKeywords(151), 151, ['CRM']],
  ['weightings', '1.5', defaultPlaybook, { ...defaultPlaybook, weightings: { ...defaultPlaybook.weightings, Vital: 90, Huge: 95 } }, 2, ['Vital', 'Huge']],
  ['completeness', '1.4', defaultPlaybook, { ...defaultPlaybook, completeness: { variant: 'binary' } }, 1, []],
  ['account-fields', '1.11', withFields('account', 100), withFields('account', 101), 101, []],
  ['person-fields', '1.11', withFields('person', 100), withFields('person', 101), 101, []],
];

function withKeywords(count: number): Playbook {
  return { ...defaultPlaybook, keywords: { products: [{ category: 'Sales', name: 'CRM', keywords: many(count, 'word') }] } };
}

const readingOf = (key: string, playbook: Playbook, data?: LimitedData) => ajoReadings(playbook, data).find((each) => each.key === key);

describe('a limit of AJO', () => {
  test.each(cases)('%s (§%s) is kept at it and named just over it', (key, section, within, over, found, where) => {
    expect(readingOf(key, within)).toMatchObject({ isOver: false, where: [], section });
    expect(readingOf(key, over)).toMatchObject({ isOver: true, found, where });
  });

  test('§1.3 an account name of more than 255 characters, and an account with none, are told of the data', () => {
    expect(readingOf('account-name', defaultPlaybook)).toBeUndefined();
    expect(readingOf('account-name', defaultPlaybook, { longestName: 255, nameless: 0 })).toMatchObject({ isOver: false });
    expect(readingOf('account-name', defaultPlaybook, { longestName: 256, nameless: 0 })).toMatchObject({ isOver: true, found: 256 });
    expect(readingOf('nameless', defaultPlaybook, { longestName: 1, nameless: 2 })).toMatchObject({ isOver: true, found: 2 });
  });

  test('none is left without a case', () => {
    const tested = [...cases.map(([key]) => key), 'account-name', 'nameless'];
    expect(ajoReadings(defaultPlaybook, { longestName: 0, nameless: 0 }).map(({ key }) => key).sort()).toEqual(tested.sort());
  });

  test('is kept by the default playbook, all of them', () => {
    expect(ajoReadings(defaultPlaybook).filter(({ isOver }) => isOver)).toEqual([]);
  });
});

const title = (op: 'is' | 'starts with' | 'matches' | 'contains word', value: string): Condition => ({ field: 'title.job_title', op, value });
const unconditional = { name: 'Moved by journeys', stages: defaultPlaybook.stageModel.stages.map((stage) => ({ ...stage, condition: null })) };
const asPersona = (condition: Condition): Playbook => ({ ...defaultPlaybook, personas: [{ name: 'P', condition }], templates: [], audiences: [], stageModel: unconditional });
const asStage = (condition: PlainCondition): Playbook => ({ ...asPersona({ all: [] }), stageModel: { ...unconditional, stages: unconditional.stages.map((stage, at) => (at === 1 ? { ...stage, condition } : stage)) } });
const asSeat = (condition: Condition): Playbook => ({ ...asPersona({ all: [] }), templates: [{ name: 'T', isLive: true, seats: [{ role: 'Champion', weighting: 'Vital', people: 1, isRequired: true, isAutoAssign: true, condition }] }] });
const asAudience = (condition: Condition): Playbook => ({ ...asPersona({ all: [] }), audiences: [{ name: 'A', condition }] });

describe('a condition that AJO', () => {
  test.each<[string, Playbook]>([
    ['exact titles in a persona (§1.1)', asPersona({ any: [title('is', 'CEO'), title('is', 'CFO')] })],
    ['the doc’s Decision Maker in a seat (§1.2)', asSeat({ any: [title('starts with', 'Director'), title('starts with', 'Sr Director')] })],
    ['“not starts with” in a seat (§1.2)', asSeat({ all: [{ not: title('starts with', 'Director') }] })],
    ['a group in a group of its own kind', asSeat({ all: [title('is', 'a'), { all: [title('is', 'b')] }] })],
    ['US, finance and revenue above 1M in an audience (§1.3)', asAudience({ all: [{ field: 'account.country', op: 'is', value: 'US' }, { field: 'account.industry', op: 'is', value: 'Finance' }, { field: 'account.annual_revenue', op: '>', value: 1_000_000 }] })],
  ])('can express, %s, is not named', (_, playbook) => {
    expect(languageGaps(playbook)).toEqual([]);
  });

  test.each<[string, Playbook, object]>([
    ['a pattern', asSeat(title('matches', '^vp')), { path: 'templates[0].seats[0].condition', part: 'templates', usedBy: 'Seat “Champion” of “T”', reasons: ['has a pattern (regular expression)'] }],
    ['seniority', asPersona({ field: 'title.seniority', op: 'is', value: 'vp' }), { path: 'personas[0].condition', part: 'personas', reasons: ['asks for “seniority”'] }],
    ['a part of a title in a persona', asPersona(title('starts with', 'VP')), { reasons: ['compares with “starts with”'] }],
    ['a not in a persona', asPersona({ not: title('is', 'x') }), { reasons: ['turns a condition round with “not”'] }],
    ['activity counts in a seat', asSeat({ activity: { atLeast: 2 } }), { reasons: ['counts activities'] }],
    ['opportunities', asAudience({ opportunity: {} }), { part: 'audiences', reasons: ['asks of opportunities'] }],
    ['groups inside others', asSeat({ all: [title('is', 'a'), { any: [title('is', 'b'), title('is', 'c')] }] }), { reasons: ['has groups of conditions inside others'] }],
    ['what is known of a group’s deals', asStage({ any: [{ field: 'group.engagement', op: '>=', value: 50 }, { field: 'group.is_won', op: 'is', value: true }] }), { path: 'stageModel.stages[1].condition', part: 'stages', usedBy: 'Stage “Active”', reasons: ['asks for “a deal is won”'] }],
    ['other account fields', asAudience({ field: 'account.is_competitor', op: 'is', value: true }), { reasons: ['asks for “the account is a competitor”'] }],
  ])('cannot express, %s, is named with its place and reason', (_, playbook, gap) => {
    expect(languageGaps(playbook)).toMatchObject([gap]);
  });
});

function withPersonas(count: number, attributes: number): Playbook {
  return { ...defaultPlaybook, personas: many(count, 'P').map((name) => persona(name, many(attributes, 'person.custom_'))) };
}

function withEngagement(patch: Partial<Playbook['engagement']>): Playbook {
  return { ...defaultPlaybook, engagement: { ...defaultPlaybook.engagement, ...patch } };
}

function weights(count: number): Record<string, number> {
  return Object.fromEntries(many(count, 'Type ').map((type) => [type, 30]));
}
