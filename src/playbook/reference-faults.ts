import { activityChannels } from './activity-types';
import { conditionFaults, type Fault } from './condition-faults';
import { engagementFaults } from './engagement-faults';
import { exampleFaults } from './example-faults';
import { keywordFaults } from './keyword-faults';
import { listCycles } from './list-cycles';
import type { Playbook } from './playbook';
import { twice } from './same-names';
import { stageFaults } from './stage-faults';
import { weightingFaults } from './weightings';

/** What a playbook of the right shape still gets wrong: names used twice, names of nothing, tests that cannot work. */
export function referenceFaults(playbook: Playbook): Fault[] {
  const { personas, roles, templates, audiences, lists = [], interests, weightings } = playbook;
  return [
    ...twice('personas', personas.map(({ name }) => name)),
    ...twice('roles', roles),
    ...twice('templates', templates.map(({ name }) => name)),
    ...twice('audiences', audiences.map(({ name }) => name)),
    ...listNames(audiences.map(({ name }) => name), lists.map(({ name }) => name)),
    ...listCycles(audiences),
    ...twice('interests', interests.map(({ name }) => name)),
    ...personas.flatMap(({ condition }, at) => conditionFaults(condition, 'persona', playbook, `personas[${at}].condition`)),
    ...audiences.flatMap(({ condition }, at) => conditionFaults(condition, 'audience', playbook, `audiences[${at}].condition`)),
    ...templates.flatMap((template, at) => [
      ...(template.isLive && template.seats.length === 0 ? [{ path: `templates[${at}].seats`, reason: 'a live template needs a seat' }] : []),
      ...twice(`templates[${at}].seats`, template.seats.map(({ role }) => role)),
      ...template.seats.flatMap((seat, index) => {
        const path = `templates[${at}].seats[${index}]`;
        return [
          ...missing(`${path}.role`, seat.role, roles, 'role'),
          ...missing(`${path}.weighting`, seat.weighting, Object.keys(weightings), 'weighting'),
          ...conditionFaults(seat.condition, 'seat', playbook, `${path}.condition`),
        ];
      }),
    ]),
    ...interests.flatMap((interest, at) => [
      ...missing(`interests[${at}].template`, interest.template, templates.map(({ name }) => name), 'template'),
      ...missing(`interests[${at}].audience`, interest.audience, audiences.map(({ name }) => name), 'audience'),
    ]),
    ...playbook.titles.phrases.flatMap(({ seniority, function: duty, modifier, persona }, at) => [
      ...(seniority || duty || modifier || persona
        ? []
        : [{ path: `titles.phrases[${at}]`, reason: 'says neither a seniority, a function, a modifier nor a persona' }]),
      ...(persona ? missing(`titles.phrases[${at}].persona`, persona, personas.map(({ name }) => name), 'persona') : []),
    ]),
    ...exampleFaults(playbook),
    ...weightingFaults(playbook),
    ...engagementFaults(playbook),
    ...stageFaults(playbook),
    ...keywordFaults(playbook),
    ...Object.entries(playbook.activityAliases).flatMap(([source, type]) => missing(`activityAliases.${source}`, type, Object.keys(activityChannels), 'activity type')),
  ];
}

/** A condition names an audience and a list in the same way, so that no two may have one name. */
function listNames(audiences: string[], lists: string[]): Fault[] {
  return twice('lists', [...audiences, ...lists])
    .map(({ path, reason }) => ({ path: path.replace(/\d+/, (at) => String(Number(at) - audiences.length)), reason }))
    .filter(({ path }) => !path.includes('-'));
}

function missing(path: string, name: string, known: string[], kind: string): Fault[] {
  return known.includes(name) ? [] : [{ path, reason: `there is no ${kind} “${name}”` }];
}
