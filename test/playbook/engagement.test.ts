import { describe, expect, test } from 'vitest';
import {
  activateModel, addBand, archiveModel, bandOf, changeBand, changeModel, changesBetween, defaultPlaybook, deleteModel, duplicateModel, freeValue, listedModels, nameBands,
  normalisedWeights, parsePlaybook, playbookFaults, removeBand, typesIn, weigh, weightsOf, type EngagementModel, type Playbook,
} from '../../src/playbook';
import { changeWords } from '../../src/notebook/playbook/change-words';

const model = defaultPlaybook.engagement;
const two = duplicateModel(defaultPlaybook, null);
const copy = listedModels(two)[1]?.model ?? model;
const states = (playbook: Playbook): string[] => listedModels(playbook).map((each) => `${each.status}: ${each.model.name}`);
const faultsOf = (playbook: unknown): string[] => playbookFaults(playbook).map(({ path, reason }) => `${path}: ${reason}`);
const withModel = (patch: Partial<EngagementModel>): Playbook => changeModel(defaultPlaybook, null, patch);

describe('§1.5: engagement models', () => {
  test('a new one is a copy of any, as a draft', () => {
    expect(states(two)).toEqual(['active: Activity weighting model 1', 'draft: Activity weighting model 1 copy']);
    expect(states(duplicateModel(archiveModel(two, 0), 0))).toEqual([...states(archiveModel(two, 0)), 'draft: Activity weighting model 1 copy copy']);
    expect(listedModels(two)[1]?.model).toEqual({ ...model, name: 'Activity weighting model 1 copy' });
    expect(duplicateModel(defaultPlaybook, 3)).toBe(defaultPlaybook);
  });

  test('activating one archives the one before: there is always exactly one', () => {
    const changed = activateModel(changeModel(two, 0, { windowDays: 60 }), 0);
    expect(states(changed)).toEqual(['active: Activity weighting model 1 copy', 'archived: Activity weighting model 1']);
    expect(changed.engagement).toEqual({ ...model, name: 'Activity weighting model 1 copy', windowDays: 60 });
    expect(states(activateModel(changed, 0))).toEqual(['active: Activity weighting model 1', 'archived: Activity weighting model 1 copy']);
    expect(activateModel(two, 7)).toBe(two);
  });

  test('only a draft can be deleted', () => {
    expect(deleteModel(two, 0)).toEqual(defaultPlaybook);
    expect(deleteModel(archiveModel(two, 0), 0)).toEqual(archiveModel(two, 0));
  });

  test('of another model nothing counts until it is active', () => {
    expect(changeModel(two, 0, { dailyCap: 5 }).engagement).toBe(model);
    expect(changeModel(two, null, { dailyCap: 5 }).engagementModels).toEqual(two.engagementModels);
  });

  test.each<[what: string, edit: (playbook: Playbook) => Playbook]>([
    ['a copy', (playbook) => duplicateModel(playbook, 0)],
    ['an active copy', (playbook) => activateModel(playbook, 0)],
    ['an archived copy', (playbook) => archiveModel(playbook, 0)],
    ['a band more', (playbook) => changeModel(playbook, 0, addBand(copy))],
    ['weights by band', (playbook) => changeModel(playbook, null, nameBands(playbook.engagement))],
  ])('%s leaves a playbook that comes through its check unchanged', (_, edit) => {
    const edited = edit(two);
    expect(parsePlaybook(JSON.parse(JSON.stringify(edited)))).toEqual(edited);
    expect(changesBetween(two, edited).length).toBeGreaterThan(0);
  });

  test('a playbook of before there were bands has AJO’s, and no other models', () => {
    const { bands: _, ...old } = model;
    expect(parsePlaybook({ ...defaultPlaybook, engagement: old })).toEqual(defaultPlaybook);
  });
});

describe('§1.5: activity bands', () => {
  test('are 30, 40, 60, 90, 100 and 0: another scale than the roles’ 20 to 100', () => {
    expect(model.bands.map(({ name, value }) => [name, value])).toEqual([['Trivial', 30], ['Minor', 40], ['Normal', 60], ['Important', 90], ['Vital', 100], ['No Weight', 0]]);
    expect(defaultPlaybook.weightings).toEqual({ Trivial: 20, Minor: 40, Normal: 60, Important: 80, Vital: 100 });
  });

  test('a weight names a band or is a number', () => {
    const banded = weigh(weigh(model, 'Chat', 'Important'), 'Call', 55);
    expect([weightsOf(banded).get('Chat'), weightsOf(banded).get('Call')]).toEqual([90, 55]);
    expect([bandOf(banded, 'Chat'), bandOf(banded, 'Call'), bandOf(banded, 'constructor')]).toEqual(['Important', null, null]);
  });

  test('a band’s other name is followed by its weights, another value too', () => {
    const banded = weigh(model, 'Chat', 'Important');
    const renamed = changeBand(banded, 3, { name: 'Serious' });
    expect(renamed.weights).toMatchObject({ Chat: 'Serious', 'Page Views': 40 });
    expect(weightsOf(changeBand(renamed, 3, { value: 95 })).get('Chat')).toBe(95);
    expect(typesIn(renamed, 'Serious')).toEqual(['Chat']);
    expect(typesIn(renamed, 'Important')).toEqual([]);
  });

  test('are added with a name and a value of their own, and removed', () => {
    const more = addBand(addBand(model));
    expect(more.bands.slice(6)).toEqual([{ name: 'New band', value: 50 }, { name: 'New band 2', value: 51 }]);
    expect(removeBand(more, 6).bands.map(({ name }) => name)).not.toContain('New band');
    expect(freeValue([50, 51, 52])).toBe(53);
    expect(freeValue(Array.from({ length: 51 }, (_, at) => 50 + at))).toBe(0);
  });

  test('naming the bands of weights changes what none of them counts', () => {
    const named = nameBands(weigh(model, 'Chat', 55));
    expect(named.weights).toMatchObject({ 'Attend Event': 'Normal', 'Email Opened': 'Trivial', 'Page Views': 'Minor', Chat: 55 });
    expect(weightsOf(named)).toEqual(weightsOf(weigh(model, 'Chat', 55)));
  });
});

describe('a weight compared with the others', () => {
  const all = Object.keys(model.weights);
  test('is compared with those that occurred and have a weight', () => {
    expect(normalisedWeights(model, all).get('Email Opened')).toBe(0.5);
    expect(normalisedWeights(model, ['Email Opened', 'Page Views', 'Chat'])).toEqual(new Map([['Email Opened', 0.75], ['Page Views', 1]]));
    expect(normalisedWeights({ ...model, normalisation: 'min-max' }, all).get('Page Views')).toBeCloseTo(1 / 3, 12);
  });

  test('is 1 for one kind alone, and there is none when nothing occurred', () => {
    expect(normalisedWeights({ ...model, normalisation: 'min-max' }, ['Page Views'])).toEqual(new Map([['Page Views', 1]]));
    expect(normalisedWeights(model, [])).toEqual(new Map());
  });
});

test.each<[what: string, playbook: unknown, fault: string]>([
  ['two models of one name', { ...two, engagementModels: [{ ...model, name: 'activity weighting model 1 ', status: 'draft' }] }, 'engagementModels[0].name: “activity weighting model 1” is there already'],
  ['a second active model', { ...two, engagementModels: [{ ...model, status: 'active' }] }, 'engagementModels[0].status: is neither draft nor archived; the active model is in “engagement”'],
  ['a model without a name', { ...two, engagementModels: [{ ...model, name: ' ', status: 'draft' }] }, 'engagementModels[0].name: needs a name'],
  ['two bands of one name', withModel({ bands: [...model.bands, { name: 'vital', value: 70 }] }), 'engagement.bands[6].name: “vital” is there already'],
  ['two bands of one value', withModel({ bands: [...model.bands, { name: 'Also', value: 60 }] }), 'engagement.bands[6].value: “Normal” is 60 already'],
  ['a band of more than 100', withModel({ bands: [{ name: 'Much', value: 101 }] }), 'engagement.bands[0].value: is above 100'],
  ['a weight of a band that is not there', withModel(weigh(model, 'Chat', 'Huge')), 'engagement.weights.Chat: there is no band “Huge”'],
  ['the same in a draft', changeModel(two, 0, weigh(copy, 'Chat', 'Huge')), 'engagementModels[0].weights.Chat: there is no band “Huge”'],
  ['weights that sum to zero', withModel({ weights: { Chat: 0, Call: 'No Weight' } }), 'engagement.weights: the weights sum to zero'],
  ['a weight above 100', withModel({ weights: { Chat: 600 } }), 'engagement.weights.Chat: is above 100'],
])('a playbook with %s is refused at its place', (_, playbook, fault) => {
  expect(faultsOf(playbook).join('\n')).toContain(fault);
});

test('a draft model may have no weights yet', () => {
  expect(faultsOf(changeModel(two, 0, { weights: {} }))).toEqual([]);
});

test('changes of models read as a person says them', () => {
  const words = (after: Playbook, before = two): string[] => changesBetween(before, after).map(changeWords);
  expect(words(changeModel(two, 0, { name: 'Webinars' }))).toContain('Other engagement models: added Webinars');
  expect(words(changeModel(two, 0, weigh(copy, 'Page Views', 'Minor')))).toEqual(['Activity weighting model 1 copy: weight of Page Views 40 → Minor']);
  expect(words(changeModel(two, null, changeBand(model, 0, { value: 35 })))).toEqual(['Engagement: band Trivial 30 → 35']);
  expect(words(changeModel(two, null, addBand(model)))).toEqual(['Engagement: added the band New band']);
  expect(words(changeModel(two, null, removeBand(model, 0)))).toEqual(['Engagement: removed the band Trivial']);
  expect(words(archiveModel(two, 0))).toEqual(['Activity weighting model 1 copy: status draft → archived']);
});
