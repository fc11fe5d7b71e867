import { activityChannels, fields, type Condition, type FieldType, type PlainCondition, type Subject } from '../../src/playbook';
import { holds, type Cell } from '../playbook/evaluate';
import { meaningOf } from './titles';
import { accountsOf, asOf, isSameSolution, isWithin, knownActs, type Account, type Deal, type Input, type Person } from './world';

/** Whether a condition is true of a person; what it asks of an account it asks of the primary one. */
export function isTrueOfPerson(condition: Condition, person: Person, input: Input): boolean {
  const account = accountsOf(person, input.world)[0] ?? null;
  const cells = { ...accountCells(account), ...personCells(person), ...personaCells(condition, person, input) };
  return isTrue(condition, { kind: 'person', person, account, cells }, input);
}

/** Whether a condition is true of an account. */
export function isTrueOfAccount(condition: Condition, account: Account, input: Input): boolean {
  return isTrue(condition, { kind: 'account', person: null, account, cells: accountCells(account) }, input);
}

/** The names of the personas that a person matches, in the playbook's order: the first is the persona. */
export function personasOf(person: Person, input: Input): string[] {
  return input.playbook.personas.filter(({ condition }) => isTrueOfPerson(condition, person, input)).map(({ name }) => name);
}

/** Of whom a condition is asked. */
interface Asked {
  kind: Subject;
  person: Person | null;
  account: Account | null;
  cells: Record<string, Cell>;
}

function isTrue(condition: Condition, asked: Asked, input: Input): boolean {
  if ('all' in condition) return condition.all.every((each) => isTrue(each, asked, input));
  if ('any' in condition) return condition.any.some((each) => isTrue(each, asked, input));
  if ('not' in condition) return !isTrue(condition.not, asked, input);
  if ('activity' in condition) {
    const { of = asked.kind, types, channels, atLeast, withinDays = Infinity } = condition.activity;
    const acts = knownActs(input.world)
      .filter((act) => (of === 'person' ? isSame(act.person, asked.person) : isSame(act.account, asked.account)))
      .filter(({ at }) => isWithin(at, withinDays, asOf(input)))
      .filter(({ type }) => (!types || isAmong(type, types)) && (!channels || isAmong(activityChannels[type] ?? 'other', channels)));
    return acts.length >= atLeast;
  }
  if ('opportunity' in condition) {
    const { of = asked.kind, where = { all: [] }, atLeast = 1 } = condition.opportunity;
    const deals = knownDeals(input)
      .filter((deal) => (of === 'person' ? isContact(asked.person, deal, input) : deal.accountId === asked.account?.id))
      .filter((deal) => isPlainlyTrue(where, dealCells(deal, input), input));
    return deals.length >= atLeast;
  }
  if ('list' in condition) return isOnList(condition.list, asked, input);
  return isPlainlyTrue(condition, asked.cells, input);
}

const types = Object.fromEntries([...fields].map(([name, { type }]): [string, FieldType] => [name, type]));
const isPlainlyTrue = (condition: PlainCondition, cells: Record<string, Cell>, input: Input): boolean => holds(condition, cells, types, asOf(input));

const isSame = (one: { id: string } | null, other: { id: string } | null): boolean => one !== null && one.id === other?.id;
const isAmong = (value: string, names: string[]): boolean => names.some((name) => name.trim().toLowerCase() === value.toLowerCase());

/** An audience by its name, else a list of the playbook's own: accounts by id or domain, people by id or email; case counts only in ids. */
function isOnList(name: string, { person, account }: Asked, input: Input): boolean {
  const { audiences, lists = [] } = input.playbook;
  const audience = audiences.find((each) => each.name === name);
  if (audience) return account !== null && (audience.condition === null || isTrueOfAccount(audience.condition, account, input));
  const list = lists.find((each) => each.name === name);
  const [id, word] = list?.entity === 'person' ? [person?.id, person?.email] : [account?.id, account?.domain];
  return list?.keys.some((key) => key === id || key.toLowerCase() === word) ?? false;
}

/** Deals of an account that there is. */
export const knownDeals = ({ world }: Input): Deal[] => world.deals.filter(({ accountId }) => world.accounts.some(({ id }) => id === accountId));

const isContact = (person: Person | null, deal: Deal, { world }: Input): boolean =>
  person !== null && world.contacts.some(({ dealId, personId }) => dealId === deal.id && personId === person.id);

function personCells({ id, email, title, country, createdAt }: Person): Record<string, Cell> {
  const meaning = meaningOf(title);
  return {
    'person.person_id': id,
    'person.email': email,
    'person.country': country,
    'person.created_at': createdAt,
    'title.job_title': title,
    'title.seniority': meaning.seniority,
    'title.function': meaning.function,
    'title.modifiers': meaning.modifiers,
    'title.is_current': meaning.isCurrent,
  };
}

/** Only where a seat asks for the persona: a persona must not ask for itself. */
function personaCells(condition: Condition, person: Person, input: Input): Record<string, Cell> {
  if (!JSON.stringify(condition).includes('"person.persona')) return {};
  const personas = personasOf(person, input);
  return { 'person.persona': personas[0] ?? null, 'person.personas': personas };
}

const accountCells = (account: Account | null): Record<string, Cell> => ({
  'account.account_id': account?.id ?? null,
  'account.account_name': account?.name ?? null,
  'account.country': account?.country ?? null,
  'account.employees': account?.employees ?? null,
});

/** Whether a deal is closed and won is in the name of its stage. */
const dealCells = ({ stage, amount, solution }: Deal, { playbook }: Input): Record<string, Cell> => ({
  'opportunity.stage': stage,
  'opportunity.amount': amount,
  'opportunity.is_won': stage === 'Closed Won',
  'opportunity.is_closed': stage === 'Closed Won' || stage === 'Closed Lost',
  'opportunity.solution_interest': playbook.interests.find(({ name }) => solution !== null && isSameSolution(name, solution))?.name ?? solution,
});
