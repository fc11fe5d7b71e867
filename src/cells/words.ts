import { formatValue } from '../ui/format';
import { ownValue } from '../util/own';

const entities: Record<string, string> = {
  account: 'Accounts',
  product: 'Products',
  person: 'People',
  account_person: 'Account–person links',
  activity: 'Activities',
  opportunity: 'Opportunities',
  opportunity_contact: 'Contact roles',
  stage_change: 'Stage changes',
  campaign_cost: 'Campaign costs',
  membership_override: 'Membership edits',
};

/** What the rows of a file are, in the plural, as a heading says it. */
export const entityLabel = (entity: string | null): string => (entity === null ? 'Not understood' : (entities[entity] ?? sentence(entity)));

/** `open_pipeline` → "Open pipeline". */
export function sentence(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const levels: Record<string, string> = { c_level: 'C-level', vp: 'VP', it: 'IT', hr: 'HR' };

/** A seniority or function of a title as words: `c_level` → "C-level", `customer_success` → "Customer success". */
export const levelLabel = (value: string | null): string => (value === null || value === 'unknown' ? '' : (levels[value] ?? sentence(value)));

const matches: Record<string, string> = { key: 'account id', relation: 'a table of accounts and people' };

/** How a person was matched to an account: "Matched by email domain, score 0.8"; of a similar name also how alike, 0 to 1. */
export function matchLabel(matchedBy: string, score: number | null, similarity: number | null): string {
  const alike = similarity === null ? [] : [`${formatValue(similarity, 'number')} alike`];
  const scored = score === null ? [] : [`score ${formatValue(score, 'number')}`];
  return `Matched by ${[ownValue(matches, matchedBy) ?? matchedBy, ...alike, ...scored].join(', ')}`;
}

export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'negative';

const steps: Record<string, Tone> = {
  'Hand to sales': 'positive',
  'Support the deal': 'negative',
  'Close the gap': 'warning',
  'Warm up': 'accent',
  Watch: 'accent',
  Won: 'positive',
};

/** How a next step is coloured: what waits for someone stands out. */
export const stepTone = (step: string): Tone => steps[step] ?? 'neutral';
