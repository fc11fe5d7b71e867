import { expect, test } from 'vitest';
import { describeCondition, type Condition } from '../../src/playbook';

const vp: Condition = { field: 'title.seniority', op: 'is one of', value: ['vp', 'c_level'] };
const marketing: Condition = { field: 'title.function', op: 'is', value: 'marketing' };
const came: Condition = { activity: { types: ['Attend Event'], atLeast: 2, withinDays: 90 } };
const once: Condition = { activity: { types: ['Ad Impression', 'Chat'], atLeast: 1 } };

const word = (value: string): Condition => ({ field: 'title.job_title', op: 'contains word', value });

test.each<[sentence: string, condition: Condition]>([
  ['Seniority is VP or C-level, and function is Marketing; attended an event at least twice in the last 90 days', { all: [vp, marketing, came] }],
  ['Function is Customer success', { field: 'title.function', op: 'is', value: 'customer_success' }],
  ['Everything', { all: [] }],
  ['Nothing', { any: [] }],
  ['Nothing', { not: { all: [] } }],
  ['Seniority is VP or C-level', { all: [{ any: [vp] }] }],
  ['Either function is Marketing, or (seniority is VP or C-level, country is US, and title contains the word “data”)', { any: [marketing, { all: [vp, { field: 'person.country', op: 'is', value: 'US' }, { field: 'title.job_title', op: 'contains word', value: 'data' }] }] }],
  ['Either function is not Marketing, or seniority is not VP or C-level', { not: { all: [marketing, vp] } }],
  ['(Either function is Marketing, or country is empty); attended an event at least twice in the last 90 days', { all: [{ any: [marketing, { field: 'person.country', op: 'is empty' }] }, came] }],
  ['Attended an event at most once in the last 90 days', { not: came }],
  ['Saw an ad or chatted', once],
  ['Has not seen an ad or chatted', { not: once }],
  ['Nobody at the account has been active by email in the last day', { not: { activity: { of: 'account', channels: ['email'], atLeast: 1, withinDays: 1 } } }],
  ['People at the account were active at least 3 times', { activity: { of: 'account', atLeast: 3 } }],
  ['Had “Sky Writing”', { activity: { types: ['Sky Writing'], atLeast: 1 } }],
  ['The account has an opportunity where stage is Won, and amount is at least 10,000', { opportunity: { of: 'account', where: { all: [{ field: 'opportunity.stage', op: 'is', value: 'Won' }, { field: 'opportunity.amount', op: '>=', value: 10000 }] } } }],
  ['Has no opportunity where it is not closed', { not: { opportunity: { where: { field: 'opportunity.is_closed', op: 'is', value: false } } } }],
  ['Is not a contact in at least 2 opportunities', { not: { opportunity: { of: 'person', atLeast: 2 } } }],
  ['Is in “Targets”; is not in “Customers”', { all: [{ list: 'Targets' }, { not: { list: 'Customers' } }] }],
  ['Account industry is not Banking, Retail or Media', { field: 'account.industry', op: 'is none of', value: ['Banking', 'Retail', 'Media'] }],
  ['Account name starts with “A”', { field: 'account.account_name', op: 'starts with', value: 'A' }],
  ['The account is not a competitor', { field: 'account.is_competitor', op: 'is', value: false }],
  ['Is opted out of e-mail', { not: { field: 'person.is_opted_out', op: 'is', value: false } }],
  ['Account renewal is before 31 Jan 2026', { field: 'account.custom_renewal', op: 'before', value: '2026-01-31' }],
  ['MQL date is in the last 30 days', { field: 'person.mql_at', op: 'within last days', value: 30 }],
  ['Account employees is between 1,000 and 5,000', { field: 'account.employees', op: 'between', value: [1000, 5000] }],
  // A group in a group of its kind needs no brackets, and values of one wording stand together.
  ['The post is current, seniority is VP or C-level, and function is Marketing', { all: [{ field: 'title.is_current', op: 'is', value: true }, { all: [vp, marketing] }] }],
  ['Title contains the word “cfo” or “ceo”', { any: [word('cfo'), { any: [word('ceo')] }] }],
  ['Seniority is VP or C-level, and title does not contain the word “intern” or “trainee”', { all: [vp, { not: { any: [word('intern'), word('trainee')] } }] }],
  ['Title contains the word “head”, and title contains the word “brand”', { all: [word('head'), word('brand')] }],
])('“%s”', (sentence, condition) => {
  expect(describeCondition(condition)).toBe(sentence);
});
