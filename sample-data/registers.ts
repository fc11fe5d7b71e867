import type { Account } from './accounts';
import { isShared } from './mailboxes';
import type { Numbers } from './numbers';
import type { Person } from './people';
import type { Random } from './random';
import { buyingRoles, seatOf } from './seats';

export interface RecordNumbers {
  contact: Numbers;
  hubspot: Numbers;
  lead: Numbers;
}

/** Enters a person into the systems their account is kept in. */
export function register(random: Random, account: Account, person: Person, numbers: RecordNumbers): void {
  if (account.isInSalesforce) enterSalesforce(random, account, person, numbers);
  else enterHubspot(random, account, person, numbers);
}

/** Most have a contact, and most of those a lead; who came through a form may be in Marketo alone. */
function enterSalesforce(random: Random, account: Account, person: Person, numbers: RecordNumbers): void {
  const hasAddress = person.email.includes('@');
  const hasOwnAddress = hasAddress && !isShared(person.email);
  if (hasOwnAddress && isFindable(account, person) && random.chance(0.16)) {
    person.lead = numbers.lead.next();
    person.company = companyAsTyped(random, account);
    return;
  }
  person.contact = numbers.contact.next();
  if (account.isInHubspot && hasOwnAddress && random.chance(0.35)) person.hubspot = numbers.hubspot.next();
  if (!hasAddress || !random.chance(0.92)) return;
  person.lead = numbers.lead.next();
  // A shared address says nothing about who it is, so only the link can.
  person.isLinked = !hasOwnAddress || random.chance(0.85);
  person.company = random.chance(0.8) ? account.name : companyAsTyped(random, account);
}

/** Mostly as the title suggests; somebody in finance may be told to stay out of it, or to be in the way. */
function buyingRoleFor(random: Random, { focus }: Account, { meaning }: Person): string {
  const seat = focus[0] === undefined ? null : seatOf(meaning, focus[0]);
  if (seat !== null && random.chance(0.4)) return random.pick(buyingRoles[seat]);
  const isAside = meaning.isCurrent && meaning.jobFunction === 'finance' && random.chance(0.3);
  return isAside ? random.pick(buyingRoles.Other) : '';
}

/** The accounts of the business unit that have moved to our Marketo bring their people along. */
function enterHubspot(random: Random, account: Account, person: Person, numbers: RecordNumbers): void {
  person.hubspot = numbers.hubspot.next();
  person.buyingRole = buyingRoleFor(random, account, person);
  if (!hasMoved(account) || !person.email.includes('@') || isShared(person.email)) return;
  person.lead = numbers.lead.next();
  person.company = account.shortName;
}

const hasMoved = ({ number }: Account): boolean => number % 10 === 9;

/** A lead without a contact must be led to its account by the domain of the address, or by the name of the company. */
const isFindable = (account: Account, person: Person): boolean => account.name !== '' || person.email.endsWith(`@${account.domain}`);

function companyAsTyped(random: Random, account: Account): string {
  return random.pick([account.name, account.shortName, account.shortName.toUpperCase(), account.name.toLowerCase(), `${account.name} `]);
}
