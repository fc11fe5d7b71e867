import fc from 'fast-check';
import type { Condition, PlainCondition } from '../../src/playbook';
import { countries, domains, emails, personaNames, ruleLists } from './names';

/** What a kind of rule may ask beside what every rule may. */
type Kind = 'persona' | 'seat' | 'audience';

/** Small trees of every form; most tests are about titles, so that people often fit. */
export function conditions(kind: Kind): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(...leaves[kind].map(([weight, arbitrary]) => ({ weight, arbitrary })));
  return treeOf(leaf);
}

const treeOf = <T extends Condition>(leaf: fc.Arbitrary<T>): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 5, arbitrary: leaf },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie('tree') }) },
    ),
  })).tree;

const test = <Value extends fc.Arbitrary<unknown>>(field: string, ops: PlainTest['op'][], value: Value): fc.Arbitrary<PlainTest> =>
  // The values given below fit their operators; the playbook's own check says so before each run.
  fc.record({ field: fc.constant(field), op: fc.constantFrom(...ops), value }) as fc.Arbitrary<PlainTest>;
type PlainTest = Extract<PlainCondition, { field: string }>;
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1, maxLength: 3 });
const empty = (field: string): fc.Arbitrary<PlainTest> => fc.record({ field: fc.constant(field), op: fc.constantFrom('is empty' as const, 'is not empty' as const) });

const levels = ['c_level', 'vp', 'director', 'manager', 'staff', 'unknown'];
const title = fc.oneof(
  { weight: 5, arbitrary: test('title.seniority', ['is one of', 'is none of'], some(levels)) },
  { weight: 2, arbitrary: test('title.function', ['is', 'is not'], fc.constantFrom('sales', 'marketing', 'data', 'unknown')) },
  { weight: 1, arbitrary: test('title.modifiers', ['is', 'is not'], fc.constantFrom('former', 'executive', 'regional')) },
  { weight: 1, arbitrary: test('title.is_current', ['is'], fc.boolean()) },
  { weight: 1, arbitrary: test('title.job_title', ['contains word', 'starts with'], fc.constantFrom('VP', 'sales', 'Marketing director')) },
  { weight: 1, arbitrary: empty('title.job_title') },
);
const person = fc.oneof(
  test('person.country', ['is', 'is not'], fc.constantFrom('us', ...countries)),
  test('person.created_at', ['within last days'], fc.constantFrom(1, 30)),
  empty('person.country'),
);
const persona = fc.oneof(test('person.persona', ['is', 'is not'], fc.constantFrom(...personaNames)), test('person.personas', ['is'], fc.constantFrom(...personaNames)));
const account = fc.oneof(
  test('account.country', ['is', 'is not'], fc.constantFrom('us', ...countries)),
  test('account.employees', ['>=', '<'], fc.constantFrom(50, 100)),
  empty('account.employees'),
);

const opportunity: fc.Arbitrary<PlainCondition> = fc.oneof(
  test('opportunity.is_won', ['is'], fc.boolean()),
  test('opportunity.is_closed', ['is'], fc.boolean()),
  test('opportunity.amount', ['>'], fc.constantFrom(0, 500)),
  test('opportunity.stage', ['is', 'is not'], fc.constantFrom('negotiation', 'Closed Lost')),
  test('opportunity.solution_interest', ['is'], fc.constantFrom('Widgets', 'Gadgets')),
);

/** What is asked of history, opportunities and lists. An audience is made of accounts, so it asks for those of the account. */
export function facts(kind: Kind): fc.Arbitrary<Condition> {
  const of = kind === 'audience' ? fc.constantFrom(undefined, 'account' as const) : fc.constantFrom(undefined, 'account' as const, 'person' as const);
  return fc.oneof(
    fc.record({
      activity: fc.record({
        of,
        types: fc.option(some(['attend event', 'Page Views', 'Email Sent']), { nil: undefined }),
        channels: fc.option(some(['event', 'WEB', 'other']), { nil: undefined }),
        atLeast: fc.constantFrom(1, 1, 2, 3),
        withinDays: fc.option(fc.constantFrom(1, 2, 7, 30), { nil: undefined, freq: 4 }),
      }),
    }),
    fc.record({ opportunity: fc.record({ of, where: fc.option(opportunity, { nil: undefined }), atLeast: fc.constantFrom(undefined, 1, 2) }) }),
    fc.record({ list: fc.constantFrom(...(kind === 'audience' ? ruleLists.ofAccounts : [...ruleLists.ofAccounts, ...ruleLists.ofPeople])) }),
  );
}

const leaves: Record<Kind, [weight: number, leaf: fc.Arbitrary<Condition>][]> = {
  persona: [[6, title], [1, person], [1, account], [1, facts('persona')]],
  seat: [[6, title], [1, person], [1, persona], [1, account], [2, facts('seat')]],
  audience: [[3, account], [2, facts('audience')]],
};

/** The playbook's own lists, some of whose keys are of nothing. */
export const staticLists = fc.record({
  accounts: fc.subarray(['a1', 'A1', 'a2', ...domains.map((domain) => domain.toUpperCase()), 'nowhere']),
  people: fc.subarray(['p1', 'P2', 'p3', ...emails.map((email) => email.toUpperCase()), 'nobody@x.example']),
});
