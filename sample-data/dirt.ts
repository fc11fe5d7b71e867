import type { Account } from './accounts';
import { DAY } from './calendar';
import { isShared, type Mailboxes } from './mailboxes';
import { personOf, type Person } from './people';
import type { Random } from './random';
import type { RecordNumbers } from './registers';
import { register } from './registers';
import { retype } from './scrawl';
import { current, earlier } from './settings';

/** Adds what goes wrong in any CRM: people entered twice, people who left since the last export, and strangers. */
export function withDirt(
  random: Random, account: Account, people: readonly Person[], mailboxes: Mailboxes, numbers: RecordNumbers,
): { leavers: Person[]; strangers: Person[] } {
  for (const person of people) enterTwice(random, person, numbers);
  const leavers = people.filter(() => random.chance(0.03)).map(() => leaverOf(random, account, mailboxes, numbers));
  const strangers = random.chance(0.12) ? [strangerOf(random, account, mailboxes, numbers)] : [];
  return { leavers, strangers };
}

function enterTwice(random: Random, person: Person, numbers: RecordNumbers): void {
  if (!person.email.includes('@') || isShared(person.email) || !random.chance(0.035)) return;
  const system = person.contact !== null && random.chance(0.6) ? 'salesforce' : 'marketo';
  if (system === 'marketo' && person.lead === null) return;
  person.duplicates.push({
    number: system === 'salesforce' ? numbers.contact.next() : numbers.lead.next(),
    system,
    email: retype(random, person.email),
    title: random.chance(0.6) ? person.title : '',
    createdAt: Math.min(person.createdAt + random.int(1, 200) * DAY, current.asOf - DAY),
  });
}

function leaverOf(random: Random, account: Account, mailboxes: Mailboxes, numbers: RecordNumbers): Person {
  const person = personOf(random, account, null, mailboxes, []);
  register(random, account, person, numbers);
  person.leftAt = earlier.asOf + random.int(2, 88) * DAY;
  person.createdAt = Math.min(person.createdAt, earlier.asOf - 30 * DAY);
  return person;
}

/** Either a contact whose account was deleted, or a lead with a private address and no company. */
function strangerOf(random: Random, account: Account, mailboxes: Mailboxes, numbers: RecordNumbers): Person {
  const person = personOf(random, account, null, mailboxes, []);
  if (random.chance(0.5)) {
    person.contact = numbers.contact.next();
    person.email = person.email.replace(account.domain, `former-${account.domain}`);
  } else {
    person.lead = numbers.lead.next();
    person.email = `reader.${account.number}.${person.lead}@gmail.com`;
  }
  person.leadEmail = person.email;
  return person;
}
