import type { Account } from './accounts';
import { knownBy, toDate, toSalesforceTime, type Instant } from './calendar';
import { CsvFile, type Cells, type Target } from './csv';
import { countries } from './geography';
import { PREFIX, salesforceId } from './ids';
import { stages, type Move, type Opportunity } from './opportunities';
import { isThere, titleAt, type Person } from './people';
import type { Snapshot } from './settings';
import type { House } from './world';

export const accountId = (number: number): string => salesforceId(PREFIX.account, number + 1);
export const contactId = (number: number): string => salesforceId(PREFIX.contact, number);

/** The five files of a Data Loader run: accounts, contacts, opportunities, contact roles and stage history. */
export class SalesforceExport {
  readonly #asOf: Instant;
  readonly #accounts: CsvFile;
  readonly #contacts: CsvFile;
  readonly #opportunities: CsvFile;
  readonly #roles: CsvFile;
  readonly #history: CsvFile;

  constructor(target: Target, { asOf }: Snapshot) {
    this.#asOf = asOf;
    this.#accounts = new CsvFile(target, 'salesforce-accounts.csv', ACCOUNT);
    this.#contacts = new CsvFile(target, 'salesforce-contacts.csv', CONTACT);
    this.#opportunities = new CsvFile(target, 'salesforce-opportunities.csv', OPPORTUNITY);
    this.#roles = new CsvFile(target, 'salesforce-opportunity-contact-roles.csv', ROLE);
    this.#history = new CsvFile(target, 'salesforce-opportunity-history.csv', HISTORY);
  }

  add({ account, people, strangers, opportunities }: House): void {
    if (account.isInSalesforce && account.createdAt <= this.#asOf) this.#accounts.add(accountRow(account));
    for (const person of people) this.#addContacts(person, accountId(account.number));
    // Deleted accounts leave their id behind on the contacts.
    for (const person of strangers) this.#addContacts(person, accountId(7_000_000 + account.number));
    for (const opportunity of opportunities) if (opportunity.isInSalesforce) this.#addOpportunity(opportunity, accountId(account.number));
  }

  close(): void {
    for (const file of [this.#accounts, this.#contacts, this.#opportunities, this.#roles, this.#history]) file.close();
  }

  #addContacts(person: Person, account: string): void {
    if (person.contact === null || !isThere(person, this.#asOf)) return;
    const { contact: number, email, createdAt } = person;
    const twins = person.duplicates.filter((one) => one.system === 'salesforce' && one.createdAt <= this.#asOf);
    for (const entry of [{ number, email, title: titleAt(person, this.#asOf), createdAt }, ...twins]) {
      this.#contacts.add(contactRow(person, entry, account, this.#asOf));
    }
  }

  #addOpportunity(opportunity: Opportunity, account: string): void {
    const moves = opportunity.moves.filter(({ at }) => at <= this.#asOf);
    const last = moves.at(-1);
    if (!last) return;
    const id = salesforceId(PREFIX.opportunity, opportunity.number);
    this.#opportunities.add(opportunityRow(opportunity, id, account, last));
    moves.forEach((move, at) => this.#history.add(historyRow(opportunity, id, move, moves[at - 1] ?? null, at)));
    opportunity.roles.forEach(({ person, role, isPrimary, at }, no) => {
      if (at > this.#asOf || person.contact === null || !isThere(person, this.#asOf)) return;
      const roleId = salesforceId(PREFIX.contactRole, opportunity.number * 8 + no);
      this.#roles.add([roleId, id, contactId(person.contact), role, isPrimary, toSalesforceTime(at)]);
    });
  }
}

const ACCOUNT = [
  'Id', 'Name', 'ParentId', 'Type', 'Industry', 'AnnualRevenue', 'CurrencyIsoCode', 'NumberOfEmployees', 'Website',
  'BillingStreet', 'BillingCity', 'BillingCountry', 'Region__c', 'Is_Competitor__c', 'Competitor_Product__c',
  'Owner.Name', 'CreatedDate',
];
const CONTACT = [
  'Id', 'AccountId', 'FirstName', 'LastName', 'Title', 'Department', 'Email', 'Phone', 'LeadSource', 'MailingCity',
  'MailingCountry', 'HasOptedOutOfEmail', 'CreatedDate', 'MQL_Date__c', 'SAL_Date__c', 'SQL_Date__c',
];
const OPPORTUNITY = [
  'Id', 'AccountId', 'Name', 'StageName', 'Amount', 'CurrencyIsoCode', 'CloseDate', 'Probability', 'IsClosed',
  'IsWon', 'LeadSource', 'Solution_Interest__c', 'CreatedDate',
];
const ROLE = ['Id', 'OpportunityId', 'ContactId', 'Role', 'IsPrimary', 'CreatedDate'];
const HISTORY = [
  'Id', 'OpportunityId', 'StageName', 'Amount', 'CloseDate', 'Probability', 'CreatedDate', 'PrevAmount',
  'PrevCloseDate',
];

function accountRow(account: Account): Cells {
  const { name, region, currency } = countries[account.country];
  return [
    accountId(account.number), account.name, account.parent === null ? '' : accountId(account.parent), account.type,
    account.industry, account.revenue, currency, account.employees, account.website, account.street, account.city, name,
    region, account.isCompetitor, account.competitorProduct, account.owner, toSalesforceTime(account.createdAt),
  ];
}

type Entry = Pick<Person['duplicates'][number], 'number' | 'email' | 'title' | 'createdAt'>;

function contactRow(person: Person, entry: Entry, account: string, asOf: Instant): Cells {
  const { name, department, phone, leadSource, city, country, isOptedOut, progress } = person;
  const dates = [progress.mqlAt, progress.salAt, progress.sqlAt].map((at) => toDate(knownBy(at, asOf)));
  return [
    contactId(entry.number), account, name.first, name.last, entry.title, department, entry.email, phone, leadSource, city,
    country, isOptedOut, toSalesforceTime(entry.createdAt), ...dates,
  ];
}

const isClosed = ({ stage }: Move): boolean => stage.startsWith('Closed');
const probabilityOf = ({ stage }: Move): number => (stage === 'Closed Won' ? 100 : (stages.find(([one]) => one === stage)?.[1] ?? 0));

function opportunityRow(opportunity: Opportunity, id: string, account: string, last: Move): Cells {
  const { name, amount, currency, closeAt, leadSource, interest, moves } = opportunity;
  return [
    id, account, name, last.stage, amount, currency, toDate(closeAt), probabilityOf(last), isClosed(last),
    last.stage === 'Closed Won', leadSource, interest, toSalesforceTime(moves[0]?.at ?? last.at),
  ];
}

function historyRow(opportunity: Opportunity, id: string, move: Move, before: Move | null, at: number): Cells {
  const { number, amount, closeAt } = opportunity;
  const historyId = salesforceId(PREFIX.history, number * 16 + at);
  const day = toDate(closeAt);
  const was = before === null ? ['', ''] : [amount, day];
  return [historyId, id, move.stage, amount, day, probabilityOf(move), toSalesforceTime(move.at), ...was];
}
