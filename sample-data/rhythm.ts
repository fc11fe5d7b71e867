import type { Account } from './accounts';
import { DAY, type Instant } from './calendar';
import type { Opportunity } from './opportunities';
import type { Person } from './people';
import type { Random } from './random';
import { seatOf } from './seats';
import { current } from './settings';
import type { Story } from './story';

/** How much, and when, somebody is heard of. */
export interface Rhythm {
  /** How many activities to aim for. */
  count: number;
  /** Days on which a mail filter clicks on everything. */
  bursts: number;
  isOptedOut: boolean;
  from: Instant;
  until: Instant;
  /** What activity grows towards: deals, and, in a hot account, today. */
  peaks: readonly (readonly [from: Instant, until: Instant])[];
}

/** How lively an account is, against the average of all. */
const heat: Readonly<Record<Story, number>> = {
  'hot and complete': 1.9, 'cold and complete': 0.8, 'hot with a gap': 1.7, 'cold with a gap': 0.55, won: 1.3, lost: 0.8, quiet: 0.3,
};

/** People in Marketo, as a share of all: what the others do not do, these do more of. */
const SHARE_IN_MARKETO = 0.85;

export function rhythmOf(
  random: Random, account: Account, person: Person, opportunities: readonly Opportunity[], perPerson: number,
): Rhythm {
  const isHot = account.story.startsWith('hot');
  const isCold = account.story.startsWith('cold') || account.story === 'lost';
  const isSeated = account.focus.some((interest) => seatOf(person.meaning, interest) !== null);
  // One in four in a cold account still opens a mail now and then.
  const heardUntil = isCold && !random.chance(0.25) ? current.asOf - random.int(33, 60) * DAY : current.asOf;
  const until = Math.min(person.leftAt ?? current.asOf, heardUntil);
  const from = Math.max(person.createdAt, current.asOf - 364 * DAY);
  const isSilent = random.chance(0.13) || from >= until;
  const luck = random.next();
  // Three times the square of an even draw has a mean of one: many do little, few do much.
  const count = Math.floor((perPerson / SHARE_IN_MARKETO) * heat[account.story] * (isSeated ? 1.35 : 0.8) * 3 * luck * luck + 0.5);
  return {
    count: isSilent ? 0 : count,
    bursts: !isSilent && random.chance(0.006) ? random.int(1, 2) : 0,
    isOptedOut: person.isOptedOut,
    from,
    until,
    peaks: [...dealPeaks(opportunities), ...(isHot ? [lastDays(45), lastDays(28)] : [])],
  };
}

/** A moment between `from` and `until`: mostly on the way up to a peak, later more likely than earlier; office hours. */
export function momentIn(random: Random, { from, until, peaks }: Rhythm): Instant {
  const [start, end] = peaks.length > 0 && random.chance(0.65) ? random.pick(peaks) : [from, until];
  const low = Math.max(start, from);
  const high = Math.max(low, Math.min(end, until));
  const at = low + (high - low) * Math.sqrt(random.next());
  const hour = random.weighted({ 7: 4, 8: 9, 9: 13, 10: 13, 11: 11, 12: 7, 13: 10, 14: 12, 15: 11, 16: 8, 17: 5, 18: 3, 20: 2, 22: 1 });
  return Math.floor(at / DAY) * DAY + Number(hour) * 3_600_000 + random.int(0, 3599) * 1000;
}

const lastDays = (days: number): [Instant, Instant] => [current.asOf - days * DAY, current.asOf];

const dealPeaks = (opportunities: readonly Opportunity[]): [Instant, Instant][] =>
  opportunities.map(({ moves }) => [(moves[0]?.at ?? 0) - 60 * DAY, moves.at(-1)?.at ?? 0]);
