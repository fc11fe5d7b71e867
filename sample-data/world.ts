import { accountOf, sizeAt, type Account } from './accounts';
import { activitiesOf, type Activity } from './activities';
import { withDirt } from './dirt';
import type { Mailboxes } from './mailboxes';
import { Numbers } from './numbers';
import { opportunitiesOf, type Opportunity } from './opportunities';
import { personOf, type Person } from './people';
import { Random } from './random';
import { register } from './registers';
import type { Size } from './settings';
import { absentSeats, rosterFor } from './story';

/** One account and all that hangs on it, as it really is. */
export interface House {
  account: Account;
  people: Person[];
  /** Somebody whose account nobody can tell: a contact of a deleted account, or a reader with a private address. */
  strangers: Person[];
  opportunities: Opportunity[];
  activities: Activity[];
}

/** Every account of the world, one at a time; the same for every snapshot, since an export only looks at it. */
export function* housesOf(size: Size): Generator<House> {
  const [contact, hubspot, lead, opportunity, activity] = [new Numbers(), new Numbers(), new Numbers(), new Numbers(), new Numbers()];
  const numbers = { contact, hubspot, lead, opportunity, activity };
  for (let number = 0; number < size.accounts; number++) {
    const random = new Random(size.seed, number);
    const account = accountOf(random, number, sizeAt(number, size.accounts, size.people));
    const absent = absentSeats(random, account.story);
    const mailboxes: Mailboxes = new Set();
    const roster = rosterFor(random, account.story, account.focus, absent).slice(0, account.size);
    const people = Array.from({ length: account.size }, (_, at) => personOf(random, account, roster[at] ?? null, mailboxes, absent));
    for (const person of people) register(random, account, person, numbers);
    const { leavers, strangers } = withDirt(random, account, people, mailboxes, numbers);
    const opportunities = opportunitiesOf(random, account, people, absent, numbers);
    const all = [...people, ...leavers, ...strangers];
    const activities = activitiesOf(random, account, all, opportunities, size.activitiesPerPerson, numbers.activity);
    yield { account, people: [...people, ...leavers], strangers, opportunities, activities };
  }
}
