import type { Fault } from './condition-faults';
import { freeName } from './edits';
import { freeValue } from './engagement-edits';
import type { Playbook, Seat } from './playbook';
import { twice } from './same-names';

/** The weightings of roles in the order of the playbook. */
export function listedWeightings({ weightings }: Playbook): { name: string; value: number }[] {
  return Object.entries(weightings).map(([name, value]) => ({ name, value }));
}

/** A weighting more, whose name and value no other has. */
export function addWeighting(playbook: Playbook): Playbook {
  const name = freeName('New weighting', Object.keys(playbook.weightings));
  return { ...playbook, weightings: { ...playbook.weightings, [name]: freeValue(Object.values(playbook.weightings)) } };
}

/** What a seat of a weighting counts, 0–100. */
export function weighWeighting(playbook: Playbook, name: string, value: number): Playbook {
  return { ...playbook, weightings: { ...playbook.weightings, [name]: value } };
}

/** Another name for a weighting, in its place and in every seat; nothing changes when the name is taken. */
export function renameWeighting(playbook: Playbook, before: string, name: string): Playbook {
  if (Object.hasOwn(playbook.weightings, name)) return playbook;
  const weightings = Object.fromEntries(Object.entries(playbook.weightings).map(([each, value]) => [each === before ? name : each, value]));
  const follow = (seat: Seat): Seat => (seat.weighting === before ? { ...seat, weighting: name } : seat);
  return { ...playbook, weightings, templates: playbook.templates.map((template) => ({ ...template, seats: template.seats.map(follow) })) };
}

/** Takes a weighting away; one that seats have stays. */
export function removeWeighting(playbook: Playbook, name: string): Playbook {
  if (seatsWith(playbook, name).length > 0) return playbook;
  return { ...playbook, weightings: Object.fromEntries(Object.entries(playbook.weightings).filter(([each]) => each !== name)) };
}

/** The seats of a weighting, as "Champion of Growth Suite team": it cannot be removed while there are any. */
export function seatsWith({ templates }: Playbook, weighting: string): string[] {
  return templates.flatMap(({ name, seats }) => seats.filter((seat) => seat.weighting === weighting).map(({ role }) => `${role} of ${name}`));
}

/**
 * What a playbook gets wrong of the weightings of roles: names that differ only in case, and a live template none of whose
 * seats counts anything. Two of one value are none: playbooks of before that was asked for must open; the editor refuses them.
 */
export function weightingFaults({ weightings, templates }: Playbook): Fault[] {
  const names = Object.keys(weightings);
  return [
    ...twice('weightings', names).map(({ path, reason }) => ({ path: `weightings.${names[Number(path.slice('weightings['.length, -1))] ?? ''}`, reason })),
    ...templates.flatMap(({ isLive, seats }, at) =>
      isLive && seats.length > 0 && seats.every((seat) => weightings[seat.weighting] === 0)
        ? [{ path: `templates[${at}].seats`, reason: 'the weightings sum to zero, so that no group would be engaged: let one seat count' }]
        : [],
    ),
  ];
}
