import fc from 'fast-check';
import { defaultPlaybook, membershipSources, type EngagementModel, type MembershipSource, type Playbook, type Seat, type Template } from '../../src/playbook';
import { conditions, facts, staticLists } from './arbitrary-conditions';
import { interestNames, lastDay, personaNames, roleNames } from './names';

const weightings = { None: 0, Trivial: 20, Minor: 40, Normal: 60, Important: 80, Vital: 100 };

const seatOf = (role: string): fc.Arbitrary<Seat> =>
  fc.record({
    role: fc.constant(role),
    weighting: fc.constantFrom(...Object.keys(weightings)),
    people: fc.integer({ min: 1, max: 3 }),
    isRequired: often,
    isAutoAssign: often,
    condition: fc.option(conditions('seat'), { freq: 6 }),
  });
const often = fc.constantFrom(true, true, true, false);

const templateOf = (name: string): fc.Arbitrary<Template> =>
  fc.shuffledSubarray(roleNames, { minLength: 2, maxLength: 4 }).chain((roles) =>
    fc.record({ name: fc.constant(name), isLive: often, seats: fc.tuple(...roles.map(seatOf)) }),
  );

/** Every order of the sources; left out, it is the usual one. */
const orders: fc.Arbitrary<MembershipSource[] | undefined> = fc.option(
  fc.shuffledSubarray([...membershipSources], { minLength: membershipSources.length }),
  { nil: undefined, freq: 4 },
);

/** A number, or the name of a band. */
const weight = fc.constantFrom<(number | string)[]>(0, 30, 40, 40, 60, 'Vital', 'Trivial');

const engagementModels: fc.Arbitrary<EngagementModel> = fc.record({
  name: fc.constant('any'),
  windowDays: fc.constantFrom(1, 2, 7, 30, 30, 30),
  dailyCap: fc.constantFrom(1, 2, 3, 20, 20),
  normalisation: fc.constantFrom('max' as const, 'min-max' as const),
  bands: fc.constantFrom([60, 90], [60, 0]).map(([vital = 0, trivial = 0]) => [{ name: 'Vital', value: vital }, { name: 'Trivial', value: trivial }]),
  // One type always counts: a model that gives nobody anything is refused.
  weights: fc.subarray(['Attend Event', 'Email Clicked', 'Email Sent', 'Other'], { minLength: 1 }).chain((types) =>
    fc.record({ ...Object.fromEntries(types.map((type) => [type, weight])), 'Page Views': fc.constantFrom<(number | string)[]>(30, 40, 'Vital') }),
  ),
});

/** Small playbooks: two interests on one or two templates, draft or live, for audiences of any kind. */
export const playbooks: fc.Arbitrary<Playbook> = fc
  .record({
    personas: fc.tuple(...personaNames.map((name) => fc.record({ name: fc.constant(name), condition: conditions('persona') }))),
    hasOwnRole: fc.boolean(),
    templates: fc.tuple(templateOf('One'), templateOf('Two')),
    audiences: fc.tuple(fc.option(accountTests(), { freq: 1 }), fc.option(conditions('audience'), { freq: 2 })),
    lists: staticLists,
    interests: fc.tuple(...interestNames.map((name) => fc.record({
      name: fc.constant(name),
      template: fc.constantFrom('One', 'Two'),
      audience: fc.constantFrom('First audience', 'Second audience'),
    }))),
    precedence: orders,
    engagement: engagementModels,
    variant: fc.constantFrom('mean' as const, 'binary' as const),
    asOf: fc.constantFrom(lastDay, lastDay, '2026-03-30', null),
  })
  .map(({ hasOwnRole, templates, audiences, lists, variant, ...rest }) => ({
    ...defaultPlaybook,
    ...rest,
    roles: roleNames.filter((role) => role !== 'Economic Buyer' || hasOwnRole),
    weightings,
    templates: (hasOwnRole ? templates : templates.map(withoutOwnRole)).map(withoutIdle),
    audiences: [
      { name: 'First audience', condition: audiences[0] },
      { name: 'Second audience', condition: audiences[1] },
    ],
    lists: [
      { name: 'Named accounts', entity: 'account' as const, keys: lists.accounts },
      { name: 'Named people', entity: 'person' as const, keys: lists.people },
    ],
    completeness: { variant },
  }));

/** Playbooks whose many personas each ask one thing of history, opportunities or a list. */
export const askingPlaybooks: fc.Arbitrary<Playbook> = fc
  .record({ playbook: playbooks, asked: fc.array(facts('persona'), { minLength: 10, maxLength: 10 }) })
  .map(({ playbook, asked }) => ({
    ...playbook,
    personas: asked.map((condition, at) => ({ name: `Asked ${at}`, condition })),
    templates: playbook.templates.map((template) => ({ ...template, seats: template.seats.map((seat) => ({ ...seat, condition: null })) })),
  }));

/** A playbook that lacks a role cannot have a seat of it. */
function withoutOwnRole(template: Template): Template {
  const seats = template.seats.filter(({ role }) => role !== 'Economic Buyer');
  return { ...template, seats };
}

/** A template without seats, or none of whose seats counts, cannot be live. */
function withoutIdle(template: Template): Template {
  const counts = template.seats.some(({ weighting }) => weighting !== 'None');
  return { ...template, isLive: template.isLive && counts };
}

/** Audiences that name no other: what the second one may name. */
function accountTests(): fc.Arbitrary<NonNullable<Playbook['audiences'][number]['condition']>> {
  return conditions('audience').filter((condition) => !JSON.stringify(condition).includes('"First audience"'));
}
