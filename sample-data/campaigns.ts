import { DAY, dayOf, type Instant } from './calendar';
import { Random } from './random';
import { earlier, type Interest } from './settings';

export interface Advertisement {
  platform: 'LinkedIn Ads' | 'Google Ads' | 'Meta Ads';
  id: number;
  name: string;
  from: Instant;
  days: number;
  perDay: number;
  currency: 'USD' | 'EUR';
  /** Clicks per thousand impressions. */
  clickRate: number;
}

const ad = (platform: Advertisement['platform'], id: number, name: string, from: string, days: number, perDay: number, clickRate: number, currency: 'USD' | 'EUR' = 'USD'): Advertisement => ({
  platform, id, name, from: dayOf(from), days, perDay, clickRate, currency,
});

/** What Lumenfield pays for. Forms filled out after a click carry the same campaign id in Marketo. */
export const advertisements: readonly Advertisement[] = [
  ad('LinkedIn Ads', 2101, 'Growth Suite | Decision makers | Q2', '2026-04-06', 80, 240, 4),
  ad('LinkedIn Ads', 2102, 'Growth Suite | Missing champions', '2026-07-06', 87, 180, 5),
  ad('LinkedIn Ads', 2103, 'Data Platform | IT leaders EMEA', '2026-05-04', 148, 210, 4, 'EUR'),
  ad('Google Ads', 2201, 'Search: customer data platform', '2026-04-01', 183, 95, 31),
  ad('Google Ads', 2202, 'Search: brand', '2026-06-01', 122, 30, 88),
  ad('Meta Ads', 2301, 'Retargeting, "see it live"', '2026-08-03', 57, 45, 9),
];

export interface MarketingEvent {
  id: number;
  name: string;
  at: Instant;
}

const event = (id: number, name: string, at: string): MarketingEvent => ({ id, name, at: dayOf(at) + 15 * 3_600_000 });

/** Webinars and fairs, in order of time. The last has not taken place yet. */
export const events: readonly MarketingEvent[] = [
  event(3101, 'Webinar: Pipeline you can trust', '2025-10-21'), event(3102, 'Webinar: One view of the customer', '2025-11-18'),
  event(3103, 'Winter Summit 2025', '2025-12-09'), event(3104, 'Webinar: Buying groups 101', '2026-01-20'),
  event(3105, 'Webinar: Data contracts in practice', '2026-02-17'), event(3106, 'Lumenfield Live London', '2026-03-19'),
  event(3107, 'Webinar: From lead to group', '2026-04-21'), event(3108, 'Workshop: Growth Suite hands-on', '2026-05-20'),
  event(3109, 'Data Days Berlin', '2026-06-16'), event(3110, 'Webinar: Summer release', '2026-07-14'),
  event(3111, 'Webinar: Who is missing in your deal?', '2026-08-25'), event(3112, 'Lumenfield Live Chicago', '2026-09-15'),
  event(3113, 'Webinar: Autumn release', '2026-09-29'), event(3114, 'Winter Summit 2026', '2026-12-08'),
];

export const emails = ['Newsletter', 'Product update', 'Webinar invitation', 'Customer story', 'Nurture 1: the problem', 'Nurture 2: the proof', 'Nurture 3: see it live'];

export const pages: Readonly<Record<Interest, readonly string[]>> = {
  'Growth Suite': ['/growth-suite', '/growth-suite/pricing', '/growth-suite/demo', '/customers', '/blog/buying-groups'],
  'Data Platform': ['/data-platform', '/data-platform/pricing', '/data-platform/docs', '/security', '/blog/data-contracts'],
};

export const forms = ['Contact us', 'Request a demo', 'Download: buyer guide', 'Newsletter sign-up', 'Pricing request'];

export const moments = ['Visited pricing three times in a week', 'Asked for a demo', 'Opened the business case', 'Spoke to us at the booth', 'Third person of this account this week'];

/** What was spent on one day, for how many eyes; null on days the campaign did not run. */
export function costOn(campaign: Advertisement, at: Instant): { spend: string; impressions: number; clicks: number } | null {
  const dayNo = Math.round((at - campaign.from) / DAY);
  if (dayNo < 0 || dayNo >= campaign.days) return null;
  const random = new Random(campaign.id, dayNo, earlier.asOf % 9973);
  const spend = campaign.perDay * (0.7 + 0.6 * random.next());
  const impressions = Math.round(spend * random.int(18, 34));
  return { spend: spend.toFixed(2), impressions, clicks: Math.round((impressions * campaign.clickRate * (0.6 + 0.8 * random.next())) / 1000) };
}
