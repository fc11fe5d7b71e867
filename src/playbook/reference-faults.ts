import { activityChannels } from './activity-types';
import { fields, ownersOf, type FieldOwner } from './fields';
import { testFault } from './fitness';
import type { Condition, Playbook } from './playbook';

/** A place in the document and what is wrong there. */
export interface Fault {
  path: string;
  reason: string;
}

/** What a playbook of the right shape still gets wrong: names used twice, names of nothing, tests that cannot work. */
export function referenceFaults(playbook: Playbook): Fault[] {
  const { personas, roles, templates, audiences, interests, weightings } = playbook;
  return [
    ...twice('personas', personas.map(({ name }) => name)),
    ...twice('roles', roles),
    ...twice('templates', templates.map(({ name }) => name)),
    ...twice('audiences', audiences.map(({ name }) => name)),
    ...twice('interests', interests.map(({ name }) => name)),
    ...personas.flatMap(({ condition }, at) => conditionFaults(condition, ownersOf.persona, `personas[${at}].condition`)),
    ...audiences.flatMap(({ condition }, at) => conditionFaults(condition, ownersOf.audience, `audiences[${at}].condition`)),
    ...templates.flatMap((template, at) => [
      ...(template.isLive && template.seats.length === 0 ? [{ path: `templates[${at}].seats`, reason: 'a live template needs a seat' }] : []),
      ...twice(`templates[${at}].seats`, template.seats.map(({ role }) => role)),
      ...template.seats.flatMap((seat, index) => {
        const path = `templates[${at}].seats[${index}]`;
        return [
          ...missing(`${path}.role`, seat.role, roles, 'role'),
          ...missing(`${path}.weighting`, seat.weighting, Object.keys(weightings), 'weighting'),
          ...conditionFaults(seat.condition, ownersOf.seat, `${path}.condition`),
        ];
      }),
    ]),
    ...interests.flatMap((interest, at) => [
      ...missing(`interests[${at}].template`, interest.template, templates.map(({ name }) => name), 'template'),
      ...missing(`interests[${at}].audience`, interest.audience, audiences.map(({ name }) => name), 'audience'),
    ]),
    ...playbook.titles.phrases.flatMap(({ seniority, function: duty, modifier }, at) =>
      seniority || duty || modifier
        ? []
        : [{ path: `titles.phrases[${at}]`, reason: 'says neither a seniority, a function nor a modifier' }],
    ),
    ...Object.entries(playbook.activityAliases).flatMap(([source, type]) => missing(`activityAliases.${source}`, type, Object.keys(activityChannels), 'activity type')),
  ];
}

/** Every test of a condition that names no field it may use, or that cannot work on its field. */
function conditionFaults(condition: Condition | null, owners: readonly FieldOwner[], path: string): Fault[] {
  if (condition === null) return [];
  const each = (list: Condition[], key: string): Fault[] =>
    list.flatMap((child, at) => conditionFaults(child, owners, `${path}.${key}[${at}]`));
  if ('all' in condition) return each(condition.all, 'all');
  if ('any' in condition) return each(condition.any, 'any');
  if ('not' in condition) return conditionFaults(condition.not, owners, `${path}.not`);
  const field = fields.get(condition.field);
  if (!field) return [{ path: `${path}.field`, reason: `there is no field “${condition.field}”` }];
  if (!owners.includes(field.owner)) return [{ path: `${path}.field`, reason: `“${condition.field}” is not known at this point` }];
  const reason = testFault(condition, field.type);
  return reason ? [{ path, reason }] : [];
}

/** SQL finds rules by name in places, without regard to case, so names must differ in more than that. */
function twice(path: string, names: string[]): Fault[] {
  const keys = names.map((name) => name.trim().toLowerCase());
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at ? [{ path: `${path}[${at}]`, reason: `“${names[at]}” is there already` }] : [],
  );
}

function missing(path: string, name: string, known: string[], kind: string): Fault[] {
  return known.includes(name) ? [] : [{ path, reason: `there is no ${kind} “${name}”` }];
}
