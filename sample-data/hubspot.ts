import type { Account } from './accounts';
import { knownBy, toHubspotTime, type Instant } from './calendar';
import { CsvFile, type Cells, type Target } from './csv';
import { countries } from './geography';
import { stages, type Opportunity } from './opportunities';
import { isThere, titleAt, type Person } from './people';
import type { Snapshot } from './settings';
import type { House } from './world';

export const companyId = (number: number): number => 18_200_000_000 + number;
export const hubspotId = (number: number): number => 51_000_000 + number;
const dealId = (number: number): number => 9_400_000_000 + number;

/** The three files of the business unit that came with an acquisition: companies, contacts and deals, all quoted. */
export class HubspotExport {
  readonly #asOf: Instant;
  readonly #companies: CsvFile;
  readonly #contacts: CsvFile;
  readonly #deals: CsvFile;

  constructor(target: Target, { asOf, day }: Snapshot) {
    this.#asOf = asOf;
    const open = (entity: string, header: readonly string[]): CsvFile =>
      new CsvFile(target, `hubspot-crm-exports-all-${entity}-${day}.csv`, header, { isQuotedAlways: true });
    this.#companies = open('companies', COMPANY);
    this.#contacts = open('contacts', CONTACT);
    this.#deals = open('deals', DEAL);
  }

  add({ account, people, opportunities }: House): void {
    if (!account.isInHubspot) return;
    if (account.createdAt <= this.#asOf) this.#companies.add(companyRow(account));
    const deals = opportunities.filter(({ isInSalesforce }) => !isInSalesforce);
    for (const person of people) {
      if (person.hubspot === null || !isThere(person, this.#asOf)) continue;
      this.#contacts.add(contactRow(person, person.hubspot, account, deals, this.#asOf));
    }
    for (const deal of deals) this.#addDeal(deal, account, people);
  }

  close(): void {
    for (const file of [this.#companies, this.#contacts, this.#deals]) file.close();
  }

  #addDeal(deal: Opportunity, account: Account, people: readonly Person[]): void {
    const moves = deal.moves.filter(({ at }) => at <= this.#asOf);
    const last = moves.at(-1);
    if (!last) return;
    const contacts = people.filter((person) => isThere(person, this.#asOf) && person.buyingRole !== '').slice(0, 5);
    this.#deals.add([
      dealId(deal.number), deal.name, 'Sales Pipeline', dealStages[last.stage] ?? last.stage, deal.amount, deal.currency,
      toHubspotTime(deal.closeAt), toHubspotTime(moves[0]?.at ?? null), account.owner, 'New Business',
      last.stage === 'Closed Lost' ? deal.lostReason : '',
      contacts.flatMap(({ hubspot }) => (hubspot === null ? [] : [hubspotId(hubspot)])).join(';'), companyId(account.number), deal.interest,
    ]);
  }
}

const COMPANY = [
  'Record ID', 'Company name', 'Company Domain Name', 'Company owner', 'Industry', 'Number of Employees',
  'Annual Revenue', 'City', 'Country/Region', 'Region', 'Website URL', 'Create Date',
];
const CONTACT = [
  'Record ID', 'First Name', 'Last Name', 'Email', 'Phone Number', 'Contact owner', 'Associated Company',
  'Associated Company IDs', 'Job Title', 'Buying Role', 'City', 'Country/Region', 'Lifecycle Stage',
  'Became a Lead Date', 'Became a Marketing Qualified Lead Date', 'Became a Sales Qualified Lead Date',
  'Became an Opportunity Date', 'Became a Customer Date', 'Create Date', 'Original Source',
  'Unsubscribed from all email',
];
const DEAL = [
  'Record ID', 'Deal Name', 'Pipeline', 'Deal Stage', 'Amount', 'Currency', 'Close Date', 'Create Date', 'Deal owner',
  'Deal Type', 'Closed Lost Reason', 'Associated Contact IDs', 'Associated Company IDs', 'Solution Interest',
];

/** HubSpot's default pipeline, next to our stages in order. */
const names = [
  'Appointment Scheduled', 'Appointment Scheduled', 'Qualified To Buy', 'Presentation Scheduled',
  'Decision Maker Bought-In', 'Contract Sent',
];
const dealStages: Readonly<Record<string, string>> = Object.fromEntries(stages.map(([stage], at) => [stage, names[at] ?? stage]));

const lifecycle = ['Lead', 'Marketing Qualified Lead', 'Sales Qualified Lead', 'Opportunity', 'Customer'];

function companyRow(account: Account): Cells {
  return [
    companyId(account.number), account.shortName, account.domain, account.owner, account.industry, account.employees, account.revenue,
    account.city, countries[account.country].name, countries[account.country].region, account.website, toHubspotTime(account.createdAt),
  ];
}

function contactRow(person: Person, number: number, account: Account, deals: readonly Opportunity[], asOf: Instant): Cells {
  const { name, progress } = person;
  const dates = [progress.leadAt, progress.mqlAt, progress.sqlAt, ...dealDates(person, deals)].map((at) => knownBy(at, asOf));
  const stage = lifecycle.findLast((_, at) => dates[at] !== null);
  return [
    hubspotId(number), name.first, name.last, person.email, person.phone, account.owner, account.shortName,
    companyId(account.number), titleAt(person, asOf), person.buyingRole, person.city, person.country, stage ?? '',
    ...dates.map(toHubspotTime), toHubspotTime(person.createdAt), person.leadSource === '' ? 'OFFLINE' : 'ORGANIC_SEARCH',
    person.isOptedOut ? 'Yes' : 'No',
  ];
}

/** When the deals of somebody with a part in them were opened and won. */
function dealDates({ buyingRole, createdAt }: Person, deals: readonly Opportunity[]): [Instant | null, Instant | null] {
  if (buyingRole === '') return [null, null];
  const opened = deals.flatMap(({ moves }) => moves.slice(0, 1)).map(({ at }) => Math.max(at, createdAt));
  const won = deals.flatMap(({ moves }) => moves.filter(({ stage }) => stage === 'Closed Won')).map(({ at }) => Math.max(at, createdAt));
  return [opened.length > 0 ? Math.min(...opened) : null, won.length > 0 ? Math.min(...won) : null];
}
