import fc from 'fast-check';
import { accountIds, countries, dealIds, domains, emails, lastDay, personIds } from './names';
import { titles } from './titles';
import type { Account, Act, Contact, Deal, Decision, Person, World } from './world';

const maybe = <T>(values: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | null> => fc.option(values, { freq });

const accountOf = (id: string, at: number): fc.Arbitrary<Account> =>
  fc.record({
    id: fc.constant(id),
    name: maybe(fc.constant(`Company ${id}`), 8),
    domain: fc.constant(domains[at] ?? ''),
    country: maybe(fc.constantFrom(...countries)),
    employees: maybe(fc.constantFrom(10, 50, 100, 500)),
  });

/** Words of Salesforce, roles of the playbook in any case, and one that nobody knows. */
const contactRole = fc.constantFrom('Economic Buyer', 'economic buyer', 'Business User', 'CHAMPION', 'Champion', 'Technical Buyer', 'Other', 'Grand Vizier');

/** As HubSpot's property stores them. */
const buyingRole = fc.constantFrom('BUDGET_HOLDER', 'END_USER', 'CHAMPION', 'Influencer', 'VIZIER');

const personOf = (id: string, at: number): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    email: fc.constant(emails[at] ?? ''),
    accountIds: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...accountIds).map((account) => [account]) },
      { weight: 2, arbitrary: fc.shuffledSubarray([...accountIds, 'gone'], { maxLength: 2 }) },
    ),
    title: maybe(fc.constantFrom(...Object.keys(titles)), 8),
    country: maybe(fc.constantFrom(...countries)),
    buyingRoles: fc.constantFrom(0, 0, 0, 1, 2).chain((count) => fc.array<string>(buyingRole, { minLength: count, maxLength: count })),
    createdAt: maybe(moments()),
  });

/** As files and deals spell a solution; `Trinkets` is of no playbook. */
const solution = maybe(fc.constantFrom('Widgets', 'widgets', 'WID-GETS', 'Gadgets', 'gad gets', 'Trinkets'), 2);

const dealOf = (id: string): fc.Arbitrary<Deal> =>
  fc.record({
    id: fc.constant(id),
    accountId: fc.constantFrom(...accountIds, ...accountIds, 'gone'),
    solution,
    stage: maybe(fc.constantFrom('Negotiation', 'Closed Won', 'Closed Lost'), 6),
    amount: maybe(fc.constantFrom(0, 100, 1000)),
  });

const contacts: fc.Arbitrary<Contact> = fc.record({
  dealId: fc.constantFrom(...dealIds, 'gone'),
  personId: fc.constantFrom(...personIds, 'gone'),
  role: maybe(contactRole, 5),
  createdAt: maybe(moments()),
});

/** Any second, but mostly the first and last of days at the edges of windows. */
function moments(): fc.Arbitrary<string> {
  const age = fc.constantFrom(-1, 0, 0, 0, 1, 1, 1, 2, 6, 7, 29, 30);
  const time = fc.constantFrom('00:00:00', '00:00:00', '12:30:00', '23:59:59');
  return fc.tuple(age, time).map(([days, clock]) => `${new Date(Date.parse(lastDay) - days * 86_400_000).toISOString().slice(0, 10)} ${clock}`);
}

/** Some so many times over that a daily cap is met, or nearly. */
const acts: fc.Arbitrary<Act> = fc.record({
  personId: maybe(fc.constantFrom(...personIds, ...personIds, ...personIds, 'gone'), 12),
  accountId: maybe(fc.constantFrom(...accountIds, 'gone'), 1),
  type: fc.constantFrom('Page Views', 'Page Views', 'page views', 'Attend Event', 'Email Clicked', 'Email Sent', 'Sneezed'),
  at: maybe(moments(), 12),
  times: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 19, 20, 21),
});

/** Of two days only, so that several words of a source are of one moment. */
const decisions: fc.Arbitrary<Decision> = fc
  .record({
    accountId: fc.constantFrom(...accountIds),
    personId: fc.constantFrom(...personIds, ...personIds, 'gone'),
    solution,
    action: fc.constantFrom('add', 'add', 'Add', 'remove', 'REMOVE', 'think about'),
    role: maybe(fc.constantFrom('Champion', 'champion', 'Decision Maker', 'Influencer', 'Other', 'Grand Vizier'), 2),
    madeBy: maybe(fc.constantFrom('manual', 'Ann', 'journey', 'Journey', 'journey'), 6),
    at: maybe(fc.constantFrom('2026-03-01 08:00:00', '2026-03-02 08:00:00'), 4),
    isOfNotebook: fc.constantFrom(false, false, true),
  })
  .map((decision) => (decision.isOfNotebook ? ofNotebook(decision) : decision));

/** In the notebook an interest is picked and not spelled, and the clock is always there. */
const ofNotebook = (decision: Decision): Decision => ({
  ...decision,
  solution: decision.solution?.startsWith('G') ? 'Gadgets' : 'Widgets',
  action: decision.action.toLowerCase() === 'remove' ? 'remove' : 'add',
  madeBy: 'manual',
  at: decision.at ?? '2026-03-02 08:00:00',
});

/** Three accounts, six people, three deals, and what was done and decided about them. */
export const worlds = worldsWith(0);

/** Worlds in which several sources speak of many of the people. */
export const disputedWorlds = worldsWith(10);

function worldsWith(fewest: number): fc.Arbitrary<World> {
  return fc.record({
    accounts: fc.tuple(...accountIds.map(accountOf)),
    people: fc.tuple(...personIds.map(personOf)),
    deals: fc.tuple(...dealIds.map(dealOf)),
    contacts: many(contacts, fewest, 12),
    acts: many(acts, 0, 40),
    decisions: many(decisions, fewest, 20),
  });
}

/** Short and long lists alike. */
function many<T>(arbitrary: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { minLength, maxLength, size: 'max' });
}
