import { membershipSources, type Interest, type MembershipSource, type Template } from '../../src/playbook';
import { isTrueOfAccount, isTrueOfPerson, knownDeals } from './conditions';
import { accountsOf, isSameSolution, type Account, type Contact, type Decision, type Input, type Person } from './world';

/** A buying group: an account that may buy what an interest sells. */
export interface Group {
  account: Account;
  interest: Interest;
  template: Template;
}

export interface Member {
  group: Group;
  person: Person;
  role: string;
  source: MembershipSource;
}

/** One group per interest with a live template and account of its audience; an account without a name makes none (domain.md §1.2, §1.3). */
export function groupsOf(input: Input): Group[] {
  const { interests, templates, audiences } = input.playbook;
  return interests.flatMap((interest) => {
    const template = templates.find(({ name }) => name === interest.template);
    const audience = audiences.find(({ name }) => name === interest.audience);
    if (!template?.isLive || !audience) return [];
    const accounts = input.world.accounts
      .filter(({ name }) => name !== null && name.trim() !== '')
      .filter((account) => audience.condition === null || isTrueOfAccount(audience.condition, account, input));
    return accounts.map((account) => ({ account, interest, template }));
  });
}

/** Who sits in which seat: of the sources that say anything of a person, the word of the highest counts, be it add or remove (§1.3). */
export function membersOf(input: Input): Member[] {
  return groupsOf(input).flatMap((group) =>
    input.world.people.flatMap((person) => {
      const [highest] = wordsOn(group, person, input);
      return typeof highest?.word === 'string' ? [{ group, person, role: highest.word, source: highest.source }] : [];
    }),
  );
}

/** What the sources that say anything say, the highest first. */
function wordsOn(group: Group, person: Person, input: Input): { source: MembershipSource; word: Word }[] {
  const order = input.playbook.precedence ?? membershipSources;
  return order.map((source) => ({ source, word: wordOf[source](group, person, input) })).filter(({ word }) => word !== null);
}

/** The role of a seat, false for a removal, null where the source says nothing. */
type Word = string | false | null;

const wordOf: Record<MembershipSource, (group: Group, person: Person, input: Input) => Word> = {
  manual: (group, person, input) => decided(group, person, input, ({ madeBy }) => !isJourney(madeBy)),
  journey: (group, person, input) => decided(group, person, input, ({ madeBy }) => isJourney(madeBy)),
  crm: crmRole,
  rule: (group, person, input) => (belongs(person, group, input) ? firstSeat(group, person, input) : null),
};

const isJourney = (madeBy: string | null): boolean => madeBy?.trim().toLowerCase() === 'journey';
const belongs = (person: Person, { account }: Group, { world }: Input): boolean => accountsOf(person, world).includes(account);

/** The people of a group's account who have no seat in it, and those from elsewhere who would have one but for a removal. */
export function unassignedOf(input: Input): Omit<Member, 'role' | 'source'>[] {
  const members = membersOf(input);
  return groupsOf(input).flatMap((group) =>
    input.world.people
      .filter((person) => belongs(person, group, input) || wordsOn(group, person, input).some(({ word }) => typeof word === 'string'))
      .filter((person) => !members.some((member) => member.person === person && isSameGroup(member.group, group)))
      .map((person) => ({ group, person })),
  );
}

export const isSameGroup = (one: Group, other: Group): boolean => one.account.id === other.account.id && one.interest.name === other.interest.name;

/** The first seat in the template's order whose condition fits; only seats that fill themselves (§1.2). */
function firstSeat({ template }: Group, person: Person, input: Input): string | null {
  const seat = template.seats.find(({ isAutoAssign, condition }) => isAutoAssign && condition !== null && isTrueOfPerson(condition, person, input));
  return seat?.role ?? null;
}

/** Of several roles the template's first seat; a deal of no interest speaks for all of its account's groups, a buying role for all the person's. */
function crmRole(group: Group, person: Person, input: Input): string | null {
  const deals = knownDeals(input)
    .filter(({ accountId }) => accountId === group.account.id)
    .filter(({ solution }) => solution === null || isSameSolution(solution, group.interest.name));
  const given = [
    ...deals.flatMap(({ id }) => roleIn(id, person, input.world.contacts) ?? []),
    ...(belongs(person, group, input) ? person.buyingRoles : []),
  ];
  const roles = given.map((each) => roleMeant(each, input.playbook.roles));
  return group.template.seats.find(({ role }) => roles.includes(role))?.role ?? null;
}

/** A deal has a person once: of several records the first that names a role, by date, then as listed. */
function roleIn(dealId: string, person: Person, contacts: Contact[]): string | null {
  const named = contacts.filter((each) => each.dealId === dealId && each.personId === person.id && each.role !== null);
  return named.sort((a, b) => compare(a.createdAt ?? late, b.createdAt ?? late))[0]?.role ?? null;
}

/** What a CRM's word for a part in a deal means; a name of the playbook's own always means that role (§2.4, §2.5). */
function roleMeant(given: string, roles: string[]): string | null {
  const key = given.trim().toLowerCase();
  return roles.find((role) => role.toLowerCase() === key) ?? crmRoles[key] ?? null;
}
const crmRoles: Record<string, string> = {
  'economic buyer': 'Decision Maker',
  budget_holder: 'Decision Maker',
  'technical buyer': 'Influencer',
  'business user': 'Practitioner',
  end_user: 'Practitioner',
};

/**
 * The last word of a source on a person in a group. An add that names no role of the template takes the title rule's seat, else Other,
 * and says nothing where there is neither. Undated words come before dated ones; at one moment a removal counts before an add,
 * and of two adds the role that comes first in the alphabet.
 */
function decided(group: Group, person: Person, input: Input, isSource: (decision: Decision) => boolean): Word {
  const told = input.world.decisions
    .filter(isSource)
    .filter(({ accountId, personId }) => accountId === group.account.id && personId === person.id)
    .filter(({ solution }) => solution === null || isSameSolution(solution, group.interest.name))
    .filter(({ action }) => ['add', 'remove'].includes(actionOf(action)));
  const [last] = told.sort(
    (a, b) => compare(b.at ?? early, a.at ?? early) || compare(actionOf(b.action), actionOf(a.action)) || compare(roleKey(a), roleKey(b)),
  );
  if (!last) return null;
  if (actionOf(last.action) === 'remove') return false;
  const seat = (name: string): string | null => group.template.seats.find(({ role }) => role.toLowerCase() === name)?.role ?? null;
  return seat(roleKey(last)) ?? firstSeat(group, person, input) ?? seat('other');
}

const actionOf = (action: string): string => action.trim().toLowerCase();
/** No role comes after every role. */
const roleKey = ({ role }: Decision): string => role?.trim().toLowerCase() ?? '~';
const [early, late] = ['0000', '9999'];
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
