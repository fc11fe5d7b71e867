import { DAY, dayOf, type Instant } from './calendar';
import { companyName, industryOf } from './companies';
import { countries, countryWeights, type CountryCode } from './geography';
import type { Random } from './random';
import { salespeople } from './salespeople';
import { current, earlier, type Interest } from './settings';
import { focusFor, storyFor, type Story } from './story';

export interface Account {
  number: number;
  isInSalesforce: boolean;
  isInHubspot: boolean;
  /** Empty for the few that somebody made and never filled in. */
  name: string;
  /** As HubSpot and Marketo users write it: without the legal form. */
  shortName: string;
  domain: string;
  website: string;
  country: CountryCode;
  city: string;
  street: string;
  industry: string;
  employees: number;
  revenue: number;
  type: string;
  parent: number | null;
  isCompetitor: boolean;
  competitorProduct: string;
  owner: string;
  createdAt: Instant;
  size: number;
  story: Story;
  focus: readonly Interest[];
}

/** Account number `number` of the world, with `size` people. */
export function accountOf(random: Random, number: number, size: number): Account {
  const code = random.weighted(countryWeights);
  const country = countries[code];
  const { name, host } = companyName(number);
  const form = random.pick(country.companyForms);
  const isInHubspot = number % 5 === 4;
  const isInSalesforce = !isInHubspot || number % 30 === 4;
  const domain = `${host}.example`;
  const story = storyFor(random, size);
  const isCompetitor = random.chance(0.02);
  return {
    number,
    isInSalesforce,
    isInHubspot,
    name: number % 60 === 37 ? '' : `${name} ${form}`.trim(),
    shortName: name,
    domain,
    website: websiteOf(random, domain),
    country: code,
    city: random.pick(country.cities),
    street: streetOf(random),
    industry: industryOf(name),
    employees: size * random.int(8, 60) + random.int(1, 40),
    revenue: (size * random.int(2, 14) + 1) * 1_000_000,
    type: isCompetitor ? 'Competitor' : story === 'won' ? 'Customer' : 'Prospect',
    parent: parentOf(random, number),
    isCompetitor,
    competitorProduct: random.chance(0.18) ? random.pick(['Brightwell CRM', 'Quantrail', 'Stratopia Cloud']) : '',
    owner: random.pick(salespeople),
    createdAt: createdAt(random),
    size,
    story,
    focus: focusFor(random, size),
  };
}

/** The people of account `number` when so many are spread over so many accounts: a few large ones, many small. */
export function sizeAt(number: number, accounts: number, people: number): number {
  const upTo = (count: number): number => (count >= accounts ? people : Math.round((weightUpTo(count) * people) / accounts));
  return Math.max(0, upTo(number + 1) - upTo(number));
}

/** Sums to its length, so that each run of 25 accounts holds its share of people. */
const SHARES = [0.2, 0.2, 0.3, 0.3, 0.3, 0.4, 0.4, 0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.9, 1, 1, 1.1, 1.2, 1.4, 1.6, 1.8, 2.2, 2.8, 3.5];

function weightUpTo(count: number): number {
  const run = Math.floor(count / SHARES.length);
  let weight = run * SHARES.length;
  for (let at = run * SHARES.length; at < count; at++) weight += SHARES[(at * 7 + run) % SHARES.length] ?? 0;
  return weight;
}

function websiteOf(random: Random, domain: string): string {
  const shout = `HTTPS://WWW.${domain.toUpperCase()}/`;
  return random.pick([`https://www.${domain}`, `www.${domain}`, domain, `http://${domain}/`, `https://${domain}/en`, shout]);
}

function streetOf(random: Random): string {
  const street = `${random.int(1, 240)} ${random.pick(['Mill Lane', 'Station Road', 'Harbour Street', 'Park Avenue', 'Market Square'])}`;
  return random.chance(0.2) ? `${street}\n${random.pick(['2nd floor', 'Building C, Gate 4', 'The "Old Mill"'])}` : street;
}

/** An account before this one; never one that is only in HubSpot. */
function parentOf(random: Random, number: number): number | null {
  if (number < 10 || !random.chance(0.08)) return null;
  const parent = random.int(0, number - 1);
  return parent % 5 === 4 ? parent - 1 : parent;
}

function createdAt(random: Random): Instant {
  if (random.chance(0.06)) return earlier.asOf + random.int(1, 80) * DAY;
  return Math.min(dayOf('2022-01-10') + random.int(0, 1580) * DAY, current.asOf) + random.int(8 * 60, 17 * 60) * 60_000;
}
