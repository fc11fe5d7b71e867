import type { Interest } from './settings';
import type { JobFunction, Meaning } from './titles';

export type Seat = 'Decision Maker' | 'Executive Steering Committee' | 'Champion' | 'Influencer' | 'Practitioner' | 'Other';

const buyers: Readonly<Record<Interest, readonly JobFunction[]>> = {
  'Growth Suite': ['marketing', 'sales', 'customer_success'],
  'Data Platform': ['it', 'data', 'engineering', 'security'],
};

const advisers: readonly JobFunction[] = ['finance', 'procurement', 'legal', 'operations', 'strategy'];

/** The seat somebody holds by what they do: the first that fits, in the order of the default templates; null for none. */
export function seatOf({ seniority, jobFunction, isCurrent }: Meaning, interest: Interest): Seat | null {
  if (!isCurrent) return null;
  const isBuyer = buyers[interest].includes(jobFunction);
  const isOneOf = (...levels: string[]): boolean => levels.includes(seniority);
  if (isBuyer && isOneOf('c_level', 'vp', 'owner')) return 'Decision Maker';
  if (isOneOf('owner', 'board', 'c_level')) return 'Executive Steering Committee';
  if (isBuyer && isOneOf('director')) return 'Champion';
  if (isBuyer && isOneOf('manager', 'lead')) return 'Influencer';
  if (advisers.includes(jobFunction) && isOneOf('vp', 'director')) return 'Influencer';
  if (isBuyer && isOneOf('senior', 'staff', 'junior')) return 'Practitioner';
  return null;
}

/** How a CRM user would put a seat into an opportunity's contact role. */
export const contactRoles: Readonly<Record<Seat, readonly string[]>> = {
  'Decision Maker': ['Decision Maker', 'Economic Buyer', 'Economic Decision Maker'],
  'Executive Steering Committee': ['Executive Sponsor'],
  Champion: ['Champion'],
  Influencer: ['Influencer', 'Technical Buyer', 'Evaluator'],
  Practitioner: ['Business User'],
  Other: ['Other'],
};

/** How a HubSpot user would put a seat into a contact's buying role. */
export const buyingRoles: Readonly<Record<Seat, readonly string[]>> = {
  'Decision Maker': ['Decision Maker', 'Budget Holder', 'Decision Maker;Budget Holder'],
  'Executive Steering Committee': ['Executive Sponsor'],
  Champion: ['Champion'],
  Influencer: ['Influencer', 'Influencer', 'Legal & Compliance'],
  Practitioner: ['End User'],
  Other: ['Other', 'Blocker'],
};
