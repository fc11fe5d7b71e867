import type { TestValue } from './playbook';

/** A field as a person reads it inside a sentence: `title.seniority` → "seniority", `account.industry` → "account industry". */
export function fieldLabel(name: string): string {
  const known = labels[name];
  if (known) return known;
  const [prefix = '', column = name] = name.split('.');
  const words = column.replace(/^custom_/, '').replace(/_at$/, '_date').replaceAll('_', ' ').trim();
  return prefix === 'account' && !words.startsWith('account ') ? `account ${words}` : words;
}

/** One value as a person reads it: levels and functions by their names, numbers with thousands, days as "31 Jan 2026". */
export function valueLabel(field: string, value: string | number | boolean): string {
  if (typeof value === 'number') return numbers.format(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'title.seniority' || field === 'title.function') return titleWords[value] ?? capitalised(value.replaceAll('_', ' '));
  const [, year, month, day, time = ''] = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d).*)?$/.exec(value) ?? [];
  if (year && month && day) return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}${time === '' ? '' : ` ${time}`}`;
  return value === '' ? '“”' : value;
}

/** "a", "a or b", "a, b or c". */
export function listed(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** A test's values, each on its own; none when it has none. */
export const valuesOf = (value: TestValue | undefined): (string | number | boolean)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const capitalised = (text: string): string => text.replace(/^\(*\p{Ll}/u, (start) => start.toUpperCase());

const labels: Record<string, string> = {
  'title.job_title': 'title',
  'title.normalised': 'title in plain words',
  'title.modifiers': 'modifiers of the title',
  'title.phrases': 'phrases of the title',
  'title.is_current': 'the post is current',
  'person.person_id': 'person id',
  'person.full_name': 'name',
  'person.email': 'e-mail address',
  'person.email_domain': 'e-mail domain',
  'person.given_seniority': 'seniority in the file',
  'person.given_role': 'role in the file',
  'person.is_opted_out': 'is opted out of e-mail',
  'person.mql_at': 'MQL date',
  'person.sal_at': 'SAL date',
  'person.sql_at': 'SQL date',
  'person.persona': 'persona',
  'person.personas': 'personas',
  'person.job_title': 'title as written',
  'account.is_competitor': 'the account is a competitor',
  'account.parent_account_id': 'id of the parent account',
  'opportunity.name': 'opportunity name',
  'opportunity.opportunity_id': 'opportunity id',
  'opportunity.is_closed': 'it is closed',
  'opportunity.is_won': 'it is won',
  'group.is_active': 'a member is active',
  'group.is_engaged': 'the group is engaged',
  'group.is_complete': 'the group is complete',
  'group.is_open': 'a deal is open',
  'group.has_pipeline': 'a deal is open or won',
  'group.is_won': 'a deal is won',
};

const titleWords: Record<string, string> = { c_level: 'C-level', vp: 'VP', it: 'IT', hr: 'HR' };
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
