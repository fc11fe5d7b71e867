import type { Activity } from './activities';
import { knownBy, toDate, toMarketoTime, type Instant } from './calendar';
import { CsvFile, type Cells, type Target } from './csv';
import { isThere, titleAt, type Person } from './people';
import { contactId } from './salesforce';
import type { Snapshot } from './settings';
import type { House } from './world';

const FIRST_LEAD = 100_000;
const FIRST_ACTIVITY = 5_000_000;
const FIRST_STRAY = 90_000_000;

export const leadId = (number: number): number => FIRST_LEAD + number;

/** The two files of a bulk extract: leads by REST names, and activities under Marketo's own header. Empty is `null`. */
export class MarketoExport {
  readonly #snapshot: Snapshot;
  readonly #leads: CsvFile;
  readonly #activities: CsvFile;

  constructor(target: Target, snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#leads = new CsvFile(target, 'marketo-leads.csv', LEAD, { absent: 'null' });
    this.#activities = new CsvFile(target, 'marketo-activities.csv', ACTIVITY, { absent: 'null' });
  }

  add({ account, people, strangers, activities }: House): void {
    for (const person of [...people, ...strangers]) this.#addLeads(person, account.website);
    const { asOf, activitiesFrom } = this.#snapshot;
    for (const activity of activities) {
      if (activity.at >= activitiesFrom && activity.at <= asOf) this.#activities.add(activityRow(activity));
    }
  }

  close(): void {
    this.#leads.close();
    this.#activities.close();
  }

  #addLeads(person: Person, website: string): void {
    const { asOf } = this.#snapshot;
    if (person.lead === null || !isThere(person, asOf)) return;
    const hasSite = person.contact === null && person.company !== '' && person.lead % 3 === 0;
    const entry = { number: person.lead, email: person.leadEmail, title: titleAt(person, asOf), createdAt: person.createdAt };
    this.#leads.add(leadRow(person, entry, hasSite ? website : '', asOf));
    for (const duplicate of person.duplicates) {
      if (duplicate.system === 'marketo' && duplicate.createdAt <= asOf) this.#leads.add(leadRow(person, duplicate, '', asOf));
    }
  }
}

const LEAD = [
  'id', 'email', 'firstName', 'lastName', 'title', 'company', 'website', 'country', 'leadSource', 'leadStatus',
  'leadScore', 'unsubscribed', 'sfdcType', 'sfdcContactId', 'createdAt', 'mqlDate',
];
const ACTIVITY = [
  'marketoGUID', 'leadId', 'activityDate', 'activityTypeId', 'campaignId', 'primaryAttributeValueId',
  'primaryAttributeValue', 'attributes',
];

type Entry = Pick<Person['duplicates'][number], 'number' | 'email' | 'title' | 'createdAt'>;

function leadRow(person: Person, { number, email, title, createdAt }: Entry, website: string, asOf: Instant): Cells {
  const { name, company, country, leadSource, progress, isOptedOut } = person;
  const isLinked = person.isLinked && person.contact !== null && number === person.lead;
  const steps = [['SQL', progress.sqlAt], ['SAL', progress.salAt], ['MQL', progress.mqlAt], ['Known', createdAt]] as const;
  const status = steps.find(([, at]) => at !== null && at <= asOf)?.[0] ?? null;
  // Some sync jobs drop the three letters that check an id's case.
  const contact = isLinked && person.contact !== null ? contactId(person.contact).slice(0, person.contact % 40 === 0 ? 15 : 18) : null;
  return [
    leadId(number), email, name.first, name.last, title, company, website, country, leadSource,
    status, 5 + ((number * 37) % 90), isOptedOut, isLinked ? 'Contact' : null, contact, toMarketoTime(createdAt), toDate(knownBy(progress.mqlAt, asOf)),
  ];
}

function activityRow({ number, lead, at, typeId, campaignId, assetId, asset, attributes }: Activity): Cells {
  // Now and then the log names a lead that was deleted before the extract.
  const id = number % 401 === 0 ? FIRST_STRAY + number : leadId(lead);
  return [FIRST_ACTIVITY + number, id, toMarketoTime(at), typeId, campaignId, assetId, asset, JSON.stringify(attributes)];
}
