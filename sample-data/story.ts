import type { Random } from './random';
import { seatOf, type Seat } from './seats';
import { interests, type Interest } from './settings';
import type { Meaning } from './titles';

/** How an account stands with Lumenfield; what its people do, and who is missing, follows from it. */
export type Story = 'hot and complete' | 'cold and complete' | 'hot with a gap' | 'cold with a gap' | 'won' | 'lost' | 'quiet';

const weights: Record<Story, number> = {
  'hot and complete': 16, 'cold and complete': 13, 'hot with a gap': 18, 'cold with a gap': 20, won: 12, lost: 10, quiet: 11,
};

/** A handful of people is never a complete group. */
export function storyFor(random: Random, size: number): Story {
  const story = random.weighted(weights);
  if (size >= 7) return story;
  if (story === 'hot and complete') return 'hot with a gap';
  return story === 'cold and complete' ? 'quiet' : story;
}

/** Which products the account is after; only large ones look at both. */
export function focusFor(random: Random, size: number): readonly Interest[] {
  return size >= 14 && random.chance(0.35) ? interests : [random.pick(interests)];
}

const isFull = (story: Story): boolean => ['hot and complete', 'cold and complete', 'won'].includes(story);

/** Seats that nobody may hold, so that the group has the gap its story tells of. */
export function absentSeats(random: Random, story: Story): readonly Seat[] {
  if (isFull(story) || story === 'lost') return [];
  const first = random.pick<Seat>(['Decision Maker', 'Champion', 'Champion', 'Influencer']);
  return random.chance(0.4) ? [first, random.pick<Seat>(['Decision Maker', 'Practitioner'])] : [first];
}

/** The people an account must have for its story, before others join at random. */
export function rosterFor(random: Random, story: Story, focus: readonly Interest[], absent: readonly Seat[]): Meaning[] {
  const wanted = focus.flatMap((interest) => oneTeam(random, interest));
  const isPresent = (meaning: Meaning): boolean => !focus.some((interest) => absent.includes(seatOf(meaning, interest) ?? 'Other'));
  if (isFull(story)) return wanted;
  return random.shuffle(wanted.filter(isPresent));
}

const functionsOf = {
  'Growth Suite': ['marketing', 'sales', 'marketing', 'customer_success'],
  'Data Platform': ['it', 'data', 'engineering', 'data', 'security'],
} as const;

function oneTeam(random: Random, interest: Interest): Meaning[] {
  const one = (seniority: Meaning['seniority']): Meaning => ({ seniority, jobFunction: random.pick(functionsOf[interest]), isCurrent: true });
  return [
    one(random.pick(['vp', 'vp', 'c_level'])), one('director'), one('manager'), one('manager'),
    one(random.pick(['staff', 'senior'])), one('staff'),
    ...(random.chance(0.6) ? [{ seniority: 'c_level', jobFunction: 'general_management', isCurrent: true } as const] : []),
  ];
}
