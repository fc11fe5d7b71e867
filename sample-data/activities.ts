import type { Account } from './accounts';
import { DAY, isWeekend, type Instant } from './calendar';
import { advertisements, emails, events, forms, moments, pages } from './campaigns';
import type { Numbers } from './numbers';
import type { Opportunity } from './opportunities';
import type { Person } from './people';
import type { Random } from './random';
import { momentIn, type Rhythm, rhythmOf } from './rhythm';
import { current } from './settings';

/** One line of Marketo's activity log. */
export interface Activity {
  number: number;
  lead: number;
  at: Instant;
  typeId: number;
  campaignId: number | null;
  assetId: number | null;
  asset: string | null;
  attributes: Readonly<Record<string, string>>;
}

type Draft = Omit<Activity, 'number' | 'lead'>;

/** What the people of one account did, in order of time. Who is not in Marketo did nothing that anybody wrote down. */
export function activitiesOf(
  random: Random, account: Account, people: readonly Person[], opportunities: readonly Opportunity[], perPerson: number, numbers: Numbers,
): Activity[] {
  const drafts: (Draft & { lead: number })[] = [];
  for (const person of people) {
    if (person.lead === null) continue;
    const rhythm = rhythmOf(random, account, person, opportunities, perPerson);
    for (const draft of draftsOf(random, account, rhythm)) drafts.push({ ...draft, lead: leadFor(random, person, person.lead, draft.at) });
  }
  drafts.sort((one, other) => one.at - other.at);
  return drafts.map((draft) => ({ ...draft, number: numbers.next() }));
}

/** Somebody entered twice acts now under the one, now under the other. */
function leadFor(random: Random, person: Person, lead: number, at: Instant): number {
  const twin = person.duplicates.find(({ system, createdAt }) => system === 'marketo' && createdAt <= at);
  return twin && random.chance(0.4) ? twin.number : lead;
}

function draftsOf(random: Random, account: Account, rhythm: Rhythm): Draft[] {
  const drafts: Draft[] = [];
  const interest = random.pick(account.focus);
  while (drafts.length < rhythm.count) {
    const at = onWorkday(random, momentIn(random, rhythm));
    drafts.push(...episode(random, at, rhythm, pages[interest]));
  }
  for (let burst = 0; burst < rhythm.bursts; burst++) drafts.push(...scan(random, momentIn(random, rhythm)));
  if (rhythm.isOptedOut) drafts.push(plain(9, momentIn(random, rhythm), 910, 'Newsletter'));
  return drafts.filter(({ at }) => at >= rhythm.from && at <= rhythm.until);
}

function episode(random: Random, at: Instant, rhythm: Rhythm, paths: readonly string[]): Draft[] {
  const kind = random.weighted({ email: rhythm.isOptedOut ? 0 : 40, visit: 34, form: 8, event: 9, moment: 4, advert: 3, list: 1, bounce: 1 });
  switch (kind) {
    case 'email': return mailing(random, at, paths);
    case 'visit': return tour(random, at, paths);
    case 'form': return [visit(random, at, paths), form(random, at + random.int(40, 300) * 1000, null)];
    case 'event': return attendance(random, at, rhythm);
    case 'moment': return [{ ...plain(46, at, null, 'Milestone'), attributes: { Description: random.pick(moments) } }];
    case 'advert': return [form(random, at, random.pick(advertisements).id)];
    case 'list': return [plain(random.pick([24, 22, 113, 100017]), at, 88, 'Q3 target list')];
    case 'bounce': return [mail(6, at, 0), { ...mail(8, at + 4000, 0), attributes: hardBounce }];
  }
}

const hardBounce = { Category: '2', Details: '550 5.1.1, "mailbox" unavailable' };

function tour(random: Random, at: Instant, paths: readonly string[]): Draft[] {
  return Array.from({ length: random.int(1, 4) }, (_, view) => visit(random, at + view * random.int(20, 200) * 1000, paths));
}

function mailing(random: Random, at: Instant, paths: readonly string[]): Draft[] {
  const no = random.int(0, emails.length - 1);
  const drafts = [mail(6, at, no), mail(7, at + random.int(1, 20) * 1000, no)];
  if (!random.chance(0.5)) return drafts;
  const openedAt = at + random.int(1, 30 * 60) * 60_000;
  drafts.push(mail(10, openedAt, no));
  if (!random.chance(0.38)) return drafts;
  const link = `https://lumenfield.example${random.pick(paths)}`;
  drafts.push({ ...mail(11, openedAt + 15_000, no), attributes: { Link: link } }, visit(random, openedAt + 18_000, paths));
  return drafts;
}

function attendance(random: Random, at: Instant, rhythm: Rhythm): Draft[] {
  const event = events.find((one) => one.at > at);
  if (!event) return [];
  const program = (time: Instant, before: string, status: string): Draft => ({
    ...plain(104, time, event.id, event.name), campaignId: event.id, attributes: { 'New Status': status, 'Old Status': before },
  });
  const registeredAt = Math.max(at, event.at - random.int(1, 18) * DAY);
  const drafts = [program(registeredAt, 'Invited', 'Registered')];
  if (event.at >= Math.min(rhythm.until, current.asOf)) return drafts;
  const arrivedAt = event.at + random.int(0, 40) * 60_000;
  return [...drafts, program(arrivedAt, 'Registered', random.chance(0.62) ? 'Attended' : 'No Show')];
}

/** A mail filter, not a person: every link of a mail clicked within a minute or two. */
function scan(random: Random, at: Instant): Draft[] {
  const no = random.int(0, emails.length - 1);
  return Array.from({ length: random.int(24, 48) }, (_, link) => ({
    ...mail(11, at + link * random.int(1, 3) * 1000, no), attributes: { Link: `https://lumenfield.example/l/${link}` },
  }));
}

const plain = (typeId: number, at: Instant, assetId: number | null, asset: string | null): Draft => ({
  typeId, at, campaignId: null, assetId, asset, attributes: {},
});

const mail = (typeId: number, at: Instant, no: number): Draft => ({
  ...plain(typeId, at, 900 + no, emails[no] ?? null), campaignId: 1000 + no,
});

function visit(random: Random, at: Instant, paths: readonly string[]): Draft {
  const path = random.pick(paths);
  const page = `lumenfield.example${path}`;
  if (random.chance(0.2)) return { ...plain(3, at, 700 + path.length, `${page}#more`), attributes: { 'Webpage ID': '12' } };
  return { ...plain(1, at, 500 + path.length, page), attributes: { 'Webpage URL': path } };
}

function form(random: Random, at: Instant, campaignId: number | null): Draft {
  const no = random.int(0, forms.length - 1);
  if (campaignId !== null && campaignId < 2200) {
    return { ...plain(147, at, 640, 'LinkedIn: buyer guide'), campaignId, attributes: { 'Lead Gen Campaign Name': 'Buyer guide' } };
  }
  return { ...plain(2, at, 600 + no, forms[no] ?? null), campaignId };
}

/** Three in four weekend acts happened in the week before. */
const onWorkday = (random: Random, at: Instant): Instant => (isWeekend(at) && random.chance(0.75) ? at - random.int(2, 5) * DAY : at);
