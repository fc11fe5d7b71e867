import type { Random } from './random';
import { seatOf, type Seat } from './seats';
import type { Interest } from './settings';
import {
  assistantTitle, goneTitles, junkTitles, titleFor, unreadable, type JobFunction, type Language, type Meaning, type Seniority,
} from './titles';

export interface Post {
  meaning: Meaning;
  title: string;
}

/** A post at random, as often as CRMs hold such people; never one that would fill an absent seat. */
export function draw(random: Random, language: Language, focus: readonly Interest[], absent: readonly Seat[]): Post {
  const own = random.chance(0.4) ? 'english' : language;
  const kind = random.weighted({ regular: 846, assistant: 30, former: 24, 'no title': 50, junk: 22, gone: 3, consultant: 10, bare: 15 });
  switch (kind) {
    case 'no title': return { meaning: unreadable, title: '' };
    case 'junk': return { meaning: unreadable, title: random.pick(junkTitles) };
    case 'gone': return { meaning: { ...unreadable, isCurrent: false }, title: random.pick(goneTitles) };
    case 'assistant': return { meaning: staff('administration'), title: assistantTitle(random, own) };
    case 'consultant': return written(random, own, staff('consulting'));
    case 'bare': return written(random, 'english', { ...unreadable, seniority: random.pick(['vp', 'director', 'manager']) });
    case 'former': return written(random, own, { ...drawMeaning(random, ['c_level', 'vp', 'director', 'manager']), isCurrent: false });
    case 'regular': return written(random, own, presentable(random, focus, absent));
  }
}

/** A seniority and a function that go together. */
export function drawMeaning(random: Random, among: readonly Seniority[] = []): Meaning {
  const seniority = among.length > 0 ? random.pick(among) : random.weighted(seniorities);
  const jobFunction = seniority === 'c_level' ? random.weighted(atTheTop) : random.weighted(functions);
  if (seniority === 'board') return { seniority, jobFunction: 'general_management', isCurrent: true };
  if (seniority === 'owner') return { seniority, jobFunction: random.weighted(ownersDo), isCurrent: true };
  return { seniority, jobFunction, isCurrent: true };
}

const seniorities: Partial<Record<Seniority, number>> = {
  owner: 1.5, board: 1, c_level: 6, vp: 8, director: 15, manager: 22, lead: 6, senior: 13, staff: 22, junior: 3.5, intern: 2,
};

const functions: Partial<Record<JobFunction, number>> = {
  marketing: 17, sales: 16, customer_success: 8, it: 12, data: 10, engineering: 11, security: 5, finance: 7, procurement: 4,
  legal: 2, operations: 6, strategy: 2, hr: 3, product: 4,
};

const atTheTop: Partial<Record<JobFunction, number>> = {
  general_management: 8, marketing: 4, sales: 4, customer_success: 1, it: 4, data: 2, engineering: 3, security: 2, finance: 4, legal: 1,
  hr: 1, procurement: 0.5, operations: 2, strategy: 1, product: 1,
};

const ownersDo: Partial<Record<JobFunction, number>> = { general_management: 6, engineering: 2, sales: 2, marketing: 2 };

const staff = (jobFunction: JobFunction): Meaning => ({ seniority: 'staff', jobFunction, isCurrent: true });

const written = (random: Random, language: Language, meaning: Meaning): Post => ({ meaning, title: titleFor(random, language, meaning) });

function presentable(random: Random, focus: readonly Interest[], absent: readonly Seat[]): Meaning {
  for (;;) {
    const meaning = drawMeaning(random);
    const isInTheWay = focus.some((interest) => absent.includes(seatOf(meaning, interest) ?? 'Other'));
    if (!isInTheWay) return meaning;
  }
}
