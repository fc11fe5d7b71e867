import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv, type Row } from './read-csv';

const EXPORTS = join(import.meta.dirname, '../../sample-data/exports');
const read = (day: string, name: string): Row[] => readCsv(readFileSync(join(EXPORTS, day, name), 'utf8'));
const now = (name: string): Row[] => read('2026-09-30', name);
const column = (rows: readonly Row[], name: string): string[] => rows.map((row) => row[name] ?? '');

const accounts = now('salesforce-accounts.csv');
const contacts = now('salesforce-contacts.csv');
const leads = now('marketo-leads.csv');
const activities = now('marketo-activities.csv');
const companies = now('hubspot-crm-exports-all-companies-2026-09-30.csv');
const hubspotContacts = now('hubspot-crm-exports-all-contacts-2026-09-30.csv');
const opportunities = now('salesforce-opportunities.csv');
const deals = now('hubspot-crm-exports-all-deals-2026-09-30.csv');
const roles = now('salesforce-opportunity-contact-roles.csv');
const truePeople = now('truth/people.csv');
const trueSeats = now('truth/seats.csv');

describe('the size of the sample', () => {
  test('is about 150 accounts, 2,000 people, 30,000 activities and 120 opportunities', () => {
    const sites = [...column(accounts, 'Website'), ...column(companies, 'Company Domain Name')];
    expect(new Set(sites.map((site) => /[a-z-]+\.example/.exec(site.toLowerCase())?.[0])).size).toBe(150);
    expect(truePeople.length).toBeGreaterThanOrEqual(2000);
    expect(truePeople.length).toBeLessThan(2050);
    expect(Math.abs(activities.length - 30_000)).toBeLessThan(1500);
    expect(Math.abs(opportunities.length + deals.length - 120)).toBeLessThan(15);
  });
});

describe('the truth', () => {
  const records = new Set([...column(contacts, 'Id'), ...column(leads, 'id'), ...column(hubspotContacts, 'Record ID')]);
  const named = new Set([...accounts.filter(({ Name }) => Name !== '').map(({ Id }) => Id), ...column(companies, 'Record ID')]);

  test('names every record once, and only records that exist', () => {
    const ids = truePeople.flatMap((row) => [row['person_id'] ?? '', ...(row['also_known_as'] ?? '').split(';').filter(Boolean)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !records.has(id))).toEqual([]);
    expect([...records].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('seats people that exist, once in a group, at accounts that have a name', () => {
    const people = new Set(column(truePeople, 'person_id'));
    expect(trueSeats.filter(({ person_id }) => !people.has(person_id ?? ''))).toEqual([]);
    expect(trueSeats.filter(({ account_id }) => !named.has(account_id))).toEqual([]);
    const keys = trueSeats.map(({ account_id, solution_interest, person_id }) => `${account_id} ${solution_interest} ${person_id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('gives each title one meaning', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { title = '', seniority, function: jobFunction, is_current } of truePeople) {
      const key = title.trim().toLowerCase().replace(/\s+/g, ' ');
      meanings.set(key, (meanings.get(key) ?? new Set()).add(`${seniority} ${jobFunction} ${is_current}`));
    }
    expect([...meanings].filter(([, said]) => said.size > 1)).toEqual([]);
    expect(meanings.size).toBeGreaterThan(250);
  });

  test('puts nobody who is former, an intern or an assistant into a seat of their own title', () => {
    const isBarred = (row: Row): boolean => row['is_current'] === 'false' || row['seniority'] === 'intern' || row['function'] === 'administration';
    const barred = new Set(column(truePeople.filter(isBarred), 'person_id'));
    expect(barred.size).toBeGreaterThan(60);
    const given = new Set([...column(roles, 'ContactId'), ...column(hubspotContacts.filter((row) => row['Buying Role'] !== ''), 'Record ID')]);
    expect(trueSeats.filter(({ person_id = '' }) => barred.has(person_id) && !given.has(person_id))).toEqual([]);
  });
});

describe('what is planted', () => {
  const byEmail = (rows: readonly Row[], name: string): string[] =>
    column(rows, name).map((email) => email.trim().toLowerCase()).filter((email) => email.includes('@'));

  test('the same person twice, with another spelling of the address', () => {
    const emails = byEmail(contacts, 'Email');
    expect(emails.length - new Set(emails).size).toBeGreaterThan(15);
    expect(column(contacts, 'Email').some((email) => email !== email.trim())).toBe(true);
  });

  test('contacts of accounts that are gone, and activities of leads that are gone', () => {
    const known = new Set(column(accounts, 'Id'));
    expect(contacts.filter(({ AccountId }) => !known.has(AccountId ?? '')).length).toBeGreaterThan(3);
    const ids = new Set(column(leads, 'id'));
    expect(activities.filter(({ leadId }) => !ids.has(leadId ?? '')).length).toBeGreaterThan(50);
  });

  test('accounts without a name, competitors, parents, and accounts both systems know', () => {
    expect(accounts.filter(({ Name }) => Name === '').length).toBeGreaterThan(0);
    expect(column(accounts, 'Is_Competitor__c')).toContain('true');
    expect(accounts.some(({ ParentId }) => ParentId !== '')).toBe(true);
    const domains = column(companies, 'Company Domain Name');
    expect(domains.filter((domain) => accounts.some((row) => row['Website']?.toLowerCase().includes(domain)))).toHaveLength(5);
  });

  test('missing titles and addresses, junk, free mail and shared mailboxes', () => {
    const titles = column(truePeople, 'title');
    expect(titles.filter((title) => title === '').length).toBeGreaterThan(50);
    expect(titles).toEqual(expect.arrayContaining(['n/a', '-', 'test', '.']));
    const emails = byEmail(contacts, 'Email');
    expect(emails.some((email) => email.endsWith('@gmail.com'))).toBe(true);
    expect(emails.some((email) => email.startsWith('info@'))).toBe(true);
    expect(column(contacts, 'Email')).toEqual(expect.arrayContaining(['', 'n/a']));
  });

  test('commas, quotes and line breaks inside cells, accents and other scripts', () => {
    const text = [...accounts, ...contacts, ...leads].flatMap((row) => Object.values(row)).join(' ');
    for (const mark of ['"', '\n', ', Jr.', 'ü', 'é', 'ñ', 'ç']) expect(text).toContain(mark);
    expect(text).toMatch(/\p{Script=Han}|\p{Script=Hangul}/u);
  });

  test('a spend and a count that are no numbers', () => {
    const costs = now('campaign-costs.csv');
    expect([...column(costs, 'spend'), ...column(costs, 'clicks')].filter((text) => Number.isNaN(Number(text)))).toEqual(['tbc', '#REF!']);
  });

  test('days on which one lead does one thing more than twenty times', () => {
    const counts = new Map<string, number>();
    for (const { leadId, activityTypeId, activityDate = '' } of activities) {
      const key = `${leadId} ${activityTypeId} ${activityDate.slice(0, 10)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect([...counts.values()].filter((count) => count > 20).length).toBeGreaterThan(3);
  });

  test('several currencies, of which one is the most used', () => {
    const used = column(opportunities, 'CurrencyIsoCode');
    expect(new Set(used).size).toBeGreaterThan(2);
    expect(used.filter((currency) => currency === 'USD').length).toBeGreaterThan(used.length / 2);
  });
});

describe('two quarters', () => {
  test('people came, went and changed their titles', () => {
    const before = new Map(read('2026-06-30', 'salesforce-contacts.csv').map((row) => [row['Id'], row['Title']]));
    const after = new Map(contacts.map((row) => [row['Id'], row['Title']]));
    const stayed = [...before.keys()].filter((id) => after.has(id));
    expect(after.size - stayed.length).toBeGreaterThan(50);
    expect(before.size - stayed.length).toBeGreaterThan(20);
    expect(stayed.filter((id) => before.get(id) !== after.get(id)).length).toBeGreaterThan(20);
  });

  test('accounts are new and opportunities moved', () => {
    expect(accounts.length).toBeGreaterThan(read('2026-06-30', 'salesforce-accounts.csv').length);
    const stages = new Map(read('2026-06-30', 'salesforce-opportunities.csv').map((row) => [row['Id'], row['StageName']]));
    const moved = opportunities.filter((row) => stages.has(row['Id']) && stages.get(row['Id']) !== row['StageName']);
    expect(moved.length).toBeGreaterThan(10);
  });

  test('nothing happens after the day of the export', () => {
    for (const day of ['2026-06-30', '2026-09-30']) {
      const dates = column(read(day, 'marketo-activities.csv'), 'activityDate').map((time) => time.slice(0, 10)).sort();
      expect(dates.at(-1)).toBe(day);
      expect(column(read(day, 'salesforce-opportunity-history.csv'), 'CreatedDate').every((time) => time.slice(0, 10) <= day)).toBe(true);
    }
  });
});
