import type { Account } from './accounts';
import { DAY, type Instant } from './calendar';
import { countries, type Country } from './geography';
import { mailboxFor, type Mailboxes } from './mailboxes';
import { nameIn, type Name } from './names';
import { drawMeaning, draw } from './posts';
import { progressOf, type Progress } from './progress';
import type { Random } from './random';
import { writeAs } from './scrawl';
import type { Seat } from './seats';
import { current, earlier } from './settings';
import { titleFor, type Meaning } from './titles';

/** A further record of somebody who has one already. */
export interface Duplicate {
  number: number;
  system: 'salesforce' | 'marketo';
  email: string;
  title: string;
  createdAt: Instant;
}

export interface Person {
  name: Name;
  /** Of this day; the earlier snapshot may know another. */
  title: string;
  meaning: Meaning;
  /** What the title was until `changedAt`; null when it has always been so. */
  titleBefore: string | null;
  changedAt: Instant;
  email: string;
  phone: string;
  department: string;
  city: string;
  country: string;
  leadSource: string;
  isOptedOut: boolean;
  createdAt: Instant;
  /** When the records were deleted; null for those who are still there. */
  leftAt: Instant | null;
  progress: Progress;
  contact: number | null;
  hubspot: number | null;
  lead: number | null;
  /** Whether the Marketo lead knows its Salesforce contact. */
  isLinked: boolean;
  /** What Marketo has as the company; how a lead without a contact may find its account. */
  company: string;
  leadEmail: string;
  buyingRole: string;
  duplicates: Duplicate[];
}

/** Everything drawn about a person but the systems they are in. */
export function personOf(
  random: Random, account: Account, meaning: Meaning | null, mailboxes: Mailboxes, absent: readonly Seat[],
): Person {
  const country = countries[account.country];
  const name = nameIn(random, account.country);
  const post = meaning === null
    ? draw(random, country.language, account.focus, absent)
    : { meaning, title: titleIn(random, account, meaning) };
  const createdAt = joinedAt(random, account);
  const before = promotionOf(random, account, post.meaning, createdAt);
  const email = mailboxFor(random, name, account, mailboxes);
  return {
    name: asTyped(random, name),
    title: writeAs(random, post.title),
    meaning: post.meaning,
    ...before,
    email,
    phone: random.chance(0.3) ? `${country.dialling}${random.int(10, 99)}` : '',
    department: departmentOf(random, post.meaning),
    city: random.chance(0.6) ? account.city : '',
    country: countryAsTyped(random, country),
    leadSource: random.weighted(leadSources),
    isOptedOut: random.chance(0.05),
    createdAt,
    leftAt: null,
    progress: progressOf(random, account.story, createdAt),
    contact: null,
    hubspot: null,
    lead: null,
    isLinked: false,
    company: '',
    leadEmail: email,
    buyingRole: '',
    duplicates: [],
  };
}

/** What the snapshot of that day has as the title. */
export const titleAt = (person: Person, asOf: Instant): string =>
  person.titleBefore !== null && asOf < person.changedAt ? person.titleBefore : person.title;

export const isThere = ({ createdAt, leftAt }: Person, asOf: Instant): boolean =>
  createdAt <= asOf && (leftAt === null || leftAt > asOf);

/** Two in five people at a company outside the English-speaking world have an English title. */
function titleIn(random: Random, account: Account, meaning: Meaning): string {
  return titleFor(random, random.chance(0.4) ? 'english' : countries[account.country].language, meaning);
}

function joinedAt(random: Random, account: Account): Instant {
  const days = random.chance(0.55) ? random.int(3, 365) : random.int(366, 1500);
  return Math.max(current.asOf - days * DAY - random.int(0, DAY / 1000) * 1000, account.createdAt);
}

/** One in twenty-five was something less, or somewhere else, a quarter ago; who is former now was not then. */
function promotionOf(random: Random, account: Account, now: Meaning, createdAt: Instant): Pick<Person, 'titleBefore' | 'changedAt'> {
  const changedAt = earlier.asOf + random.int(5, 85) * DAY;
  const isKnownBefore = createdAt <= earlier.asOf && now.seniority !== 'unknown';
  if (!isKnownBefore || !random.chance(now.isCurrent ? 0.04 : 0.5)) return { titleBefore: null, changedAt };
  const was: Meaning = now.isCurrent ? drawMeaning(random) : { ...now, isCurrent: true };
  return { titleBefore: titleIn(random, account, was), changedAt };
}

const leadSources = {
  Web: 26, Webinar: 18, 'LinkedIn Ads': 14, 'Trade Show': 12, Referral: 9, 'Google Ads': 8, 'Purchased List': 7, '': 6,
};

function countryAsTyped(random: Random, { name, alsoWritten }: Country): string {
  if (random.chance(0.15) && alsoWritten.length > 0) return random.pick(alsoWritten);
  return random.chance(0.9) ? name : '';
}

function departmentOf(random: Random, { jobFunction, isCurrent }: Meaning): string {
  const departments: Readonly<Record<string, string>> = {
    marketing: 'Marketing', sales: 'Sales', it: 'IT', finance: 'Finance', engineering: 'Engineering', hr: 'Human Resources', data: 'Data',
  };
  return isCurrent && random.chance(0.4) ? (departments[jobFunction] ?? '') : '';
}

function asTyped(random: Random, { first, last }: Name): Name {
  if (random.chance(0.004)) return { first: `${first} "${first.slice(0, 3)}"`, last };
  if (random.chance(0.004)) return { first, last: `${last}, Jr.` };
  if (random.chance(0.01)) return { first: first.toUpperCase(), last: last.toUpperCase() };
  if (random.chance(0.01)) return { first: first.toLowerCase(), last: last.toLowerCase() };
  return { first: random.chance(0.01) ? `${first} ` : first, last };
}
