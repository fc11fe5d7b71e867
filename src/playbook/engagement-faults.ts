import type { Fault } from './condition-faults';
import { listedModels, weightsOf } from './engagement';
import type { EngagementModel, Playbook } from './playbook';
import { twice } from './same-names';

/** What a playbook gets wrong of its engagement models: names and values used twice, bands that are not there, a model that gives nobody anything. */
export function engagementFaults(playbook: Playbook): Fault[] {
  const models = listedModels(playbook);
  return [
    ...twice('', models.map(({ model }) => model.name)).map(({ path, reason }) => ({ path: `engagementModels[${Number(path.slice(1, -1)) - 1}].name`, reason })),
    ...models.flatMap(({ at, model }) => modelFaults(model, at === null ? 'engagement' : `engagementModels[${at}]`)),
    ...([...weightsOf(playbook.engagement).values()].some((weight) => weight > 0)
      ? []
      : [{ path: 'engagement.weights', reason: 'the weights sum to zero, so that every score would be 0: give one kind of act a weight' }]),
  ];
}

function modelFaults({ bands, weights }: EngagementModel, path: string): Fault[] {
  return [
    ...twice(`${path}.bands`, bands.map(({ name }) => name)).map((fault) => ({ ...fault, path: `${fault.path}.name` })),
    ...bands.flatMap(({ value }, at) => {
      const other = bands.slice(0, at).find((each) => each.value === value);
      return other ? [{ path: `${path}.bands[${at}].value`, reason: `“${other.name}” is ${value} already` }] : [];
    }),
    ...Object.entries(weights).flatMap(([type, weight]) =>
      typeof weight === 'number' || bands.some(({ name }) => name === weight) ? [] : [{ path: `${path}.weights.${type}`, reason: `there is no band “${weight}”` }],
    ),
  ];
}
