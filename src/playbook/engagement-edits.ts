import { freeName, withPatch } from './edits';
import { listedModels } from './engagement';
import type { ActivityBand, EngagementModel, Playbook, SpareModel, SpareStatus } from './playbook';

/** Which model is meant: its place in `engagementModels`; null for the active one. */
export type ModelPlace = number | null;

/** A copy of any model, as a draft at the end of the list: the one way to a new model, as in AJO (domain.md §1.5). */
export function duplicateModel(playbook: Playbook, at: ModelPlace): Playbook {
  const listed = listedModels(playbook);
  const model = listed.find((each) => each.at === at)?.model;
  if (!model) return playbook;
  const name = freeName(`${model.name} copy`, listed.map((each) => each.model.name));
  return withSpares(playbook, [...sparesOf(playbook), { ...structuredClone(model), name, status: 'draft' }]);
}

/** Makes a model the active one; the one that was is archived in its place. */
export function activateModel(playbook: Playbook, at: number): Playbook {
  const chosen = listedModels(playbook).find((each) => each.at === at);
  if (!chosen) return playbook;
  return { ...withSpares(playbook, sparesOf(playbook).with(at, { ...playbook.engagement, status: 'archived' })), engagement: chosen.model };
}

/** Puts a draft away, kept as it is. */
export function archiveModel(playbook: Playbook, at: number): Playbook {
  const status: SpareStatus = 'archived';
  return withSpares(playbook, withPatch(sparesOf(playbook), at, { status }));
}

/** Deletes a draft; an archived model stays. */
export function deleteModel(playbook: Playbook, at: number): Playbook {
  return withSpares(playbook, sparesOf(playbook).filter(({ status }, index) => index !== at || status !== 'draft'));
}

export function changeModel(playbook: Playbook, at: ModelPlace, patch: Partial<EngagementModel>): Playbook {
  if (at === null) return { ...playbook, engagement: { ...playbook.engagement, ...patch } };
  return withSpares(playbook, withPatch<SpareModel>(sparesOf(playbook), at, patch));
}

/** What a type weighs: a number, or the name of a band. */
export function weigh(model: EngagementModel, type: string, weight: number | string): EngagementModel {
  return { ...model, weights: { ...model.weights, [type]: weight } };
}

/** A band more, whose name and value no other has. */
export function addBand(model: EngagementModel): EngagementModel {
  const name = freeName('New band', model.bands.map((band) => band.name));
  return { ...model, bands: [...model.bands, { name, value: freeValue(model.bands.map(({ value }) => value)) }] };
}

/** Another name or value for a band; the weights that name it follow. */
export function changeBand(model: EngagementModel, at: number, patch: Partial<ActivityBand>): EngagementModel {
  const before = model.bands[at]?.name;
  const { name } = patch;
  const follow = (weight: number | string): number | string => (name !== undefined && weight === before ? name : weight);
  const weights = Object.fromEntries(Object.entries(model.weights).map(([type, weight]) => [type, follow(weight)]));
  return { ...model, bands: withPatch(model.bands, at, patch), weights };
}

export function removeBand(model: EngagementModel, at: number): EngagementModel {
  return { ...model, bands: model.bands.toSpliced(at, 1) };
}

/** Names the band of every weight that is a band's value; nothing counts otherwise than before. */
export function nameBands(model: EngagementModel): EngagementModel {
  const named = (weight: number | string): number | string => model.bands.find(({ value }) => value === weight)?.name ?? weight;
  return { ...model, weights: Object.fromEntries(Object.entries(model.weights).map(([type, weight]) => [type, named(weight)])) };
}

/** The first value from 50 that none of these is: 50, 51 … 100, 0, 1 … */
export function freeValue(taken: readonly number[]): number {
  return Array.from({ length: 101 }, (_, at) => (50 + at) % 101).find((value) => !taken.includes(value)) ?? 50;
}

const sparesOf = ({ engagementModels = [] }: Playbook): readonly SpareModel[] => engagementModels;

/** A playbook without other models says nothing of them, as before there were any. */
function withSpares(playbook: Playbook, models: SpareModel[]): Playbook {
  const { engagementModels: _, ...rest } = playbook;
  return models.length > 0 ? { ...rest, engagementModels: models } : rest;
}
