import type { Account } from './accounts';
import type { Instant } from './calendar';
import { CsvFile, type Target } from './csv';
import { companyId, hubspotId } from './hubspot';
import { leadId } from './marketo';
import type { Opportunity } from './opportunities';
import { isThere, type Person } from './people';
import { accountId, contactId } from './salesforce';
import { seatOf, type Seat } from './seats';
import { interests, type Interest, type Snapshot } from './settings';
import type { House } from './world';

/**
 * What a reader who knew everybody would answer: who the people are, and who holds which seat. Duplicates count once,
 * under the id of the record that survives: Salesforce before HubSpot before Marketo, then the older one.
 */
export class Truth {
  readonly #asOf: Instant;
  readonly #people: CsvFile;
  readonly #seats: CsvFile;

  constructor(target: Target, { asOf }: Snapshot) {
    this.#asOf = asOf;
    this.#people = new CsvFile(target, 'truth/people.csv', PERSON);
    this.#seats = new CsvFile(target, 'truth/seats.csv', SEAT);
  }

  add({ account, people, strangers, opportunities }: House): void {
    const present = people.filter((person) => isThere(person, this.#asOf));
    for (const person of [...present, ...strangers]) this.#addPerson(person);
    if (account.name === '') return;
    for (const interest of interests) {
      for (const person of present) {
        const seat = trueSeat(person, interest, opportunities);
        if (seat) this.#seats.add([idOf(account), interest, idsOf(person)[0] ?? '', addressOf(person), seat]);
      }
    }
  }

  close(): void {
    this.#people.close();
    this.#seats.close();
  }

  #addPerson(person: Person): void {
    const [id = '', ...others] = idsOf(person);
    const { seniority, jobFunction, isCurrent } = person.meaning;
    this.#people.add([id, addressOf(person), person.title, seniority, jobFunction, isCurrent, others.join(';')]);
  }
}

const PERSON = ['person_id', 'email', 'title', 'seniority', 'function', 'is_current', 'also_known_as'];
const SEAT = ['account_id', 'solution_interest', 'person_id', 'email', 'role'];

/** What the CRM says goes before what the title says. */
function trueSeat(person: Person, interest: Interest, opportunities: readonly Opportunity[]): Seat | null {
  const roles = opportunities.filter((one) => one.interest === interest).flatMap((one) => one.roles);
  const given = roles.find((role) => role.person === person);
  return given?.seat ?? bought[person.buyingRole] ?? seatOf(person.meaning, interest);
}

const bought: Readonly<Record<string, Seat>> = {
  'Decision Maker': 'Decision Maker', 'Budget Holder': 'Decision Maker', 'Decision Maker;Budget Holder': 'Decision Maker',
  'Executive Sponsor': 'Executive Steering Committee', Champion: 'Champion', Influencer: 'Influencer',
  'Legal & Compliance': 'Influencer', 'End User': 'Practitioner', Other: 'Other', Blocker: 'Other',
};

const idOf = (account: Account): string => (account.isInSalesforce ? accountId(account.number) : String(companyId(account.number)));

function idsOf({ contact, hubspot, lead, duplicates }: Person): string[] {
  const twins = (system: string): number[] => duplicates.filter((one) => one.system === system).map(({ number }) => number);
  return [
    ...(contact === null ? [] : [contactId(contact)]),
    ...twins('salesforce').map(contactId),
    ...(hubspot === null ? [] : [String(hubspotId(hubspot))]),
    ...(lead === null ? [] : [String(leadId(lead))]),
    ...twins('marketo').map((number) => String(leadId(number))),
  ];
}

const addressOf = ({ email }: Person): string => (email.includes('@') ? email.toLowerCase() : '');
