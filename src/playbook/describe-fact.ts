import { listed } from './labels';
import type { ActivityCondition, ListCondition, OpportunityCondition } from './playbook';

/** "attended an event at least twice in the last 90 days"; negated "has not attended …", "… at most once …". */
export function describeActivity({ activity }: ActivityCondition, isNegated: boolean): string {
  const { of, types = [], channels = [], atLeast, withinDays } = activity;
  const isPerfect = isNegated && atLeast === 1;
  const acts = listed(types.length > 0 ? types.map((type) => actOf(type, isPerfect)) : [isPerfect ? 'been active' : 'was active']);
  const by = channels.length > 0 ? ` by ${listed(channels)}` : '';
  const within = withinDays === undefined ? '' : ` in the last ${withinDays === 1 ? 'day' : `${withinDays} days`}`;
  const who = of !== 'account' ? '' : isPerfect ? 'nobody at the account ' : 'someone at the account ';
  if (isPerfect) return `${who}has ${who === '' ? 'not ' : ''}${acts}${by}${within}`;
  // Together, whoever did it: two people who came once each are an account that came twice.
  const together = of === 'account' && (isNegated || atLeast > 1) ? 'people at the account ' : who;
  return `${together}${acts.replace(/^was /, together.startsWith('people') ? 'were ' : 'was ')}${by}${times(atLeast, isNegated)}${within}`;
}

/** "is a contact in an opportunity where stage is Won"; `where` is the tree as words, '' for any. */
export function describeOpportunity({ opportunity }: OpportunityCondition, where: string, isNegated: boolean): string {
  const { of, atLeast = 1 } = opportunity;
  const such = where === '' ? '' : ` where ${where}`;
  const some = atLeast === 1 ? 'an opportunity' : `at least ${atLeast} opportunities`;
  if (of === 'person') return `${isNegated ? 'is not a contact in' : 'is a contact in'} ${some}${such}`;
  const who = of === 'account' ? 'the account ' : '';
  if (!isNegated) return `${who}has ${some}${such}`;
  return `${who}has ${atLeast === 1 ? 'no opportunity' : `fewer than ${atLeast} opportunities`}${such}`;
}

export const describeList = ({ list }: ListCondition, isNegated: boolean): string => `is ${isNegated ? 'not ' : ''}in “${list}”`;

function times(atLeast: number, isNegated: boolean): string {
  if (isNegated) return atLeast === 2 ? ' at most once' : ` fewer than ${atLeast} times`;
  if (atLeast === 1) return '';
  return atLeast === 2 ? ' at least twice' : ` at least ${atLeast} times`;
}

function actOf(type: string, isPerfect: boolean): string {
  const act = acts[type.trim().toLowerCase()];
  if (!act) return `had “${type}”`;
  return isPerfect ? act.replace(/^was /, 'been ').replace(/^saw /, 'seen ') : act;
}

/** What was done, in the past tense, by canonical activity type in lower case. */
const acts: Record<string, string> = {
  'attend event': 'attended an event',
  'register for event': 'registered for an event',
  'email clicked': 'clicked in an e-mail',
  'email opened': 'opened an e-mail',
  'form filled out': 'filled out a form',
  'interesting moment': 'had an interesting moment',
  'link clicks': 'clicked a link',
  'page views': 'viewed a page',
  'email sent': 'was sent an e-mail',
  'email delivered': 'received an e-mail',
  'email bounced': 'had an e-mail bounce',
  unsubscribed: 'unsubscribed',
  'ad impression': 'saw an ad',
  'ad clicked': 'clicked an ad',
  chat: 'chatted',
  call: 'had a call',
  meeting: 'had a meeting',
};
