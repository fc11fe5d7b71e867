import type { Account } from './accounts';
import { DAY, type Instant } from './calendar';
import { countries } from './geography';
import type { Numbers } from './numbers';
import type { Person } from './people';
import type { Random } from './random';
import { contactRoles, seatOf, type Seat } from './seats';
import { current, interests, type Interest } from './settings';

export interface Move {
  stage: string;
  at: Instant;
}

export interface ContactRole {
  person: Person;
  seat: Seat;
  role: string;
  isPrimary: boolean;
  at: Instant;
}

export interface Opportunity {
  number: number;
  isInSalesforce: boolean;
  /** Empty where the seller left the field blank. */
  interest: Interest | '';
  name: string;
  amount: number;
  currency: string;
  moves: Move[];
  closeAt: Instant;
  leadSource: string;
  lostReason: string;
  roles: ContactRole[];
}

/** Stages in order, and how likely Salesforce thinks each is to be won, in percent. */
export const stages = [
  ['Prospecting', 10], ['Qualification', 20], ['Needs Analysis', 35], ['Value Proposition', 50],
  ['Proposal/Price Quote', 65], ['Negotiation/Review', 80],
] as const;

type Outcome = 'open' | 'stalled' | 'won' | 'lost';

interface Deal {
  interest: Interest;
  outcome: Outcome;
  /** How many days before the current snapshot it was opened. */
  age: number;
}

/** Who sits around the deals of one account. */
interface Table {
  account: Account;
  people: readonly Person[];
  absent: readonly Seat[];
  /** The part each person was given, by interest; it stays with them from deal to deal. */
  given: Map<string, Seat>;
}

/** The deals of an account, as its story has them, and who plays which part in each. */
export function opportunitiesOf(
  random: Random, account: Account, people: readonly Person[], absent: readonly Seat[], numbers: { opportunity: Numbers },
): Opportunity[] {
  const table: Table = { account, people, absent, given: new Map() };
  return dealsOf(random, account).map((deal) => opportunityOf(random, table, deal, numbers.opportunity.next()));
}

function dealsOf(random: Random, account: Account): Deal[] {
  const interest = random.pick(account.focus);
  const other = interests.find((one) => one !== interest) ?? interest;
  const deals: Deal[] = [];
  const add = (chance: number, outcome: Outcome, from: number, to: number, about = interest): void => {
    if (random.chance(chance)) deals.push({ interest: about, outcome, age: random.int(from, to) });
  };
  switch (account.story) {
    case 'hot and complete': add(0.5, 'open', 30, 150); break;
    case 'cold and complete': add(0.25, 'stalled', 120, 300); break;
    case 'hot with a gap': add(0.6, 'open', 20, 140); break;
    case 'cold with a gap': add(0.25, 'stalled', 100, 320); break;
    case 'won': add(1, 'won', 100, 280); add(0.35, 'open', 15, 100, other); break;
    case 'lost': add(1, 'lost', 90, 280); break;
    case 'quiet': add(0.1, 'stalled', 150, 330); break;
  }
  add(0.18, 'lost', 330, 700, other);
  add(0.1, 'won', 330, 700, other);
  return deals;
}

function opportunityOf(random: Random, table: Table, { interest, outcome, age }: Deal, number: number): Opportunity {
  const { account } = table;
  const openedAt = Math.max(current.asOf - age * DAY - random.int(6 * 3600, 16 * 3600) * 1000, account.createdAt);
  const moves = movesOf(random, openedAt, outcome);
  const isBlank = random.chance(0.04);
  const opportunity: Opportunity = {
    number,
    isInSalesforce: account.isInSalesforce,
    interest: isBlank ? '' : interest,
    name: `${account.shortName} – ${interest}${random.pick(['', '', ' renewal', ' pilot', ', phase 1'])}`,
    amount: (account.size + random.int(4, 40)) * random.pick([500, 750, 1000, 1500, 2000]),
    currency: random.chance(0.75) ? 'USD' : countries[account.country].currency,
    moves,
    closeAt: closeAt(random, moves, outcome),
    leadSource: random.pick(['Web', 'Webinar', 'LinkedIn Ads', 'Referral', 'Trade Show', '']),
    lostReason: outcome === 'lost' ? random.pick(['Price', 'No decision', 'Went with Brightwell', 'Champion left, "maybe next year"']) : '',
    roles: [],
  };
  if (!isBlank && account.isInSalesforce) opportunity.roles = rolesOf(random, table, opportunity, interest);
  return opportunity;
}

/** Open deals move every few weeks, stalled ones stop early, and the last move of a closed deal is its close. */
function movesOf(random: Random, openedAt: Instant, outcome: Outcome): Move[] {
  const reached = { open: random.int(2, 6), stalled: random.int(1, 3), won: 6, lost: random.int(2, 6) }[outcome];
  const moves: Move[] = [];
  let at = openedAt;
  for (const [stage] of stages.slice(0, reached)) {
    // An open deal is only as far as it can have come by now.
    if (at > current.asOf - DAY) break;
    if (moves.length === 0 || outcome !== 'won' || random.chance(0.8)) moves.push({ stage, at });
    at += random.int(3, outcome === 'open' ? 24 : 18) * DAY + random.int(0, 8) * 3_600_000;
  }
  if (outcome === 'won') moves.push({ stage: 'Closed Won', at: Math.min(at, current.asOf - 2 * DAY) });
  if (outcome === 'lost') moves.push({ stage: 'Closed Lost', at: Math.min(at, current.asOf - 2 * DAY) });
  return moves;
}

function closeAt(random: Random, moves: readonly Move[], outcome: Outcome): Instant {
  const last = moves.at(-1)?.at ?? current.asOf;
  if (outcome === 'won' || outcome === 'lost') return last;
  return outcome === 'open' ? current.asOf + random.int(10, 120) * DAY : last + random.int(40, 160) * DAY;
}

/** Sellers name a few people, mostly as their titles suggest; one in six they know better. A person keeps their part. */
function rolesOf(random: Random, { people, absent, given }: Table, opportunity: Opportunity, interest: Interest): ContactRole[] {
  const openedAt = opportunity.moves[0]?.at ?? opportunity.closeAt;
  const known = people.filter(({ contact, createdAt }) => contact !== null && createdAt < opportunity.closeAt);
  const fit = known.filter(({ meaning }) => meaning.isCurrent && meaning.jobFunction !== 'administration');
  if (!random.chance(0.8)) return [];
  const likely = random.shuffle(fit).filter(({ meaning }) => seatOf(meaning, interest) !== null || random.chance(0.1));
  const named = likely.slice(0, random.int(1, 4));
  return named.flatMap((person, at) => {
    const key = `${interest} ${person.contact}`;
    const seat = given.get(key) ?? seatGiven(random, person, interest);
    if (absent.includes(seat)) return [];
    given.set(key, seat);
    const since = Math.max(openedAt, person.createdAt) + random.int(0, 5) * 3_600_000;
    return [{ person, seat, role: random.pick(contactRoles[seat]), isPrimary: at === 0, at: since }];
  });
}

function seatGiven(random: Random, { meaning }: Person, interest: Interest): Seat {
  const natural = seatOf(meaning, interest) ?? 'Other';
  return random.chance(0.84) ? natural : random.pick<Seat>(['Decision Maker', 'Influencer', 'Practitioner', 'Other']);
}
