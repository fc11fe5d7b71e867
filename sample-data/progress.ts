import { DAY, type Instant } from './calendar';
import type { Random } from './random';
import type { Story } from './story';

/** When somebody passed each step of the waterfall; null for not yet. May lie after the day of an export. */
export interface Progress {
  leadAt: Instant;
  mqlAt: Instant | null;
  salAt: Instant | null;
  sqlAt: Instant | null;
}

/** How likely a step follows the one before, in percent. */
const odds: Readonly<Record<Story, readonly [mql: number, sal: number, sql: number]>> = {
  'hot and complete': [68, 78, 70], 'cold and complete': [38, 55, 40], 'hot with a gap': [58, 68, 50], 'cold with a gap': [30, 45, 30],
  won: [66, 84, 80], lost: [50, 66, 55], quiet: [16, 30, 20],
};

/** A way down the waterfall that begins when the person became known. */
export function progressOf(random: Random, story: Story, leadAt: Instant): Progress {
  const [mql, sal, sql] = odds[story];
  const after = (at: Instant | null, percent: number, from: number, to: number): Instant | null =>
    at !== null && random.chance(percent / 100) ? at + random.int(from, to) * DAY : null;
  const mqlAt = after(leadAt, mql, 1, 75);
  const salAt = after(mqlAt, sal, 0, 14);
  const sqlAt = after(salAt, sql, 2, 45);
  return { leadAt, mqlAt, salAt, sqlAt };
}
