import type { Playbook } from '../../src/playbook';

/** What the loaded files and the decisions in the notebook say, record by record. Times are `yyyy-mm-dd hh:mm:ss`, UTC. */
export interface World {
  accounts: Account[];
  people: Person[];
  deals: Deal[];
  contacts: Contact[];
  acts: Act[];
  decisions: Decision[];
}

export interface Account {
  id: string;
  name: string | null;
  domain: string;
  country: string | null;
  employees: number | null;
}

export interface Person {
  id: string;
  email: string;
  /** Ids of accounts, the primary one first; some may be of no account. */
  accountIds: string[];
  /** One of `titles`. */
  title: string | null;
  country: string | null;
  /** As a CRM calls this person's part in any deal of the account. */
  buyingRoles: string[];
  createdAt: string | null;
}

export interface Deal {
  id: string;
  accountId: string;
  solution: string | null;
  stage: string | null;
  amount: number | null;
}

/** A contact role: a person's part in a deal. */
export interface Contact {
  dealId: string;
  personId: string;
  role: string | null;
  createdAt: string | null;
}

export interface Act {
  personId: string | null;
  accountId: string | null;
  type: string;
  at: string | null;
  /** So many records that say the same: so many acts. */
  times: number;
}

/** An add or a removal. */
export interface Decision {
  accountId: string;
  personId: string;
  /** null: every solution interest. */
  solution: string | null;
  action: string;
  role: string | null;
  madeBy: string | null;
  at: string | null;
  /** Decided in the notebook rather than told by a file: then it is a hand's, of one interest, and has a date. */
  isOfNotebook: boolean;
}

/** All that a result depends on. */
export interface Input {
  playbook: Playbook;
  world: World;
}

/** The person's accounts that there are, the primary one first. */
export function accountsOf(person: Person, world: World): Account[] {
  return person.accountIds.flatMap((id) => world.accounts.find((account) => account.id === id) ?? []);
}

/** Acts of a known person or on a known account; without an account of its own an act counts for its person's primary account. */
export function knownActs(world: World): { person: Person | null; account: Account | null; type: string; at: string | null }[] {
  return world.acts.flatMap(({ personId, accountId, type, at, times }) => {
    const person = world.people.find(({ id }) => id === personId) ?? null;
    const account = world.accounts.find(({ id }) => id === accountId) ?? (person && accountsOf(person, world)[0]) ?? null;
    const act = { person, account, type: canonicalType(type), at };
    return person || account ? Array.from({ length: times }, () => act) : [];
  });
}

/** A name of ours in any case; anything else counts as `Other`. */
const canonicalType = (type: string): string => typeNames.find((name) => name.toLowerCase() === type.trim().toLowerCase()) ?? 'Other';
const typeNames = ['Attend Event', 'Email Clicked', 'Email Opened', 'Email Sent', 'Form Filled Out', 'Page Views'];

/** The moment that "today" means: the end of the playbook's day, else the last act; null where there is neither. */
export function asOf({ playbook, world }: Input): string | null {
  if (playbook.asOf !== null) return `${playbook.asOf} 23:59:59`;
  return knownActs(world).reduce<string | null>((last, { at }) => (at !== null && (last === null || at > last) ? at : last), null);
}

/** Whether a moment lies on one of the `days` days that end with the as-of day. */
export function isWithin(at: string | null, days: number, now: string | null): boolean {
  if (at === null || now === null) return false;
  const age = (Date.parse(now.slice(0, 10)) - Date.parse(at.slice(0, 10))) / 86_400_000;
  return age >= 0 && age < days;
}

/** Products are one however they are spelled: without regard to case, spaces and punctuation. */
export const isSameSolution = (one: string, other: string): boolean => solutionKey(one) === solutionKey(other);
const solutionKey = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
