import { ownValue } from '../util/own';
import type { EngagementModel, Playbook, SpareModel } from './playbook';

/** A model as it stands in the list of them all: where it is, and whether it counts. */
export interface ListedModel {
  /** Its place in `engagementModels`; null: the active one. */
  at: number | null;
  status: 'active' | SpareModel['status'];
  model: EngagementModel;
}

/** Every model of a playbook: the active one, then drafts and archived ones as they are listed. */
export function listedModels({ engagement, engagementModels = [] }: Playbook): ListedModel[] {
  return [
    { at: null, status: 'active', model: engagement },
    ...engagementModels.map(({ status, ...model }, at) => ({ at, status, model })),
  ];
}

/** What each type of a model weighs, 0–100, with bands read as their values; what names no band weighs nothing. */
export function weightsOf({ weights, bands }: EngagementModel): Map<string, number> {
  return new Map(Object.entries(weights).map(([type, weight]) => [type, typeof weight === 'number' ? weight : (bands.find(({ name }) => name === weight)?.value ?? 0)]));
}

/** The name of the band that a type's weight is; null where it is a number of its own, or none. */
export function bandOf({ weights }: EngagementModel, type: string): string | null {
  const weight = ownValue(weights, type);
  return typeof weight === 'string' ? weight : null;
}

/** The types whose weight names a band: it cannot be removed while there are any. */
export function typesIn({ weights }: EngagementModel, band: string): string[] {
  return Object.keys(weights).filter((type) => weights[type] === band);
}

/**
 * What an act of each type counts, 0–1, when these types occurred: those with a weight are compared among each other
 * (domain.md §1.5). The same as `normalised_weight` in `score.activity_weight`; a type that does not score is absent.
 */
export function normalisedWeights(model: EngagementModel, occurred: readonly string[]): Map<string, number> {
  const scored = [...weightsOf(model)].filter(([type, weight]) => weight > 0 && occurred.includes(type));
  const values = scored.map(([, weight]) => weight);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const normalised = (weight: number): number => {
    if (model.normalisation === 'max') return weight / highest;
    return highest === lowest ? 1 : (weight - lowest) / (highest - lowest);
  };
  return new Map(scored.map(([type, weight]) => [type, normalised(weight)]));
}
