import { describe, expect, test } from 'vitest';
import { inForce, seriesOf, snapshotIn, type Dated } from '../../src/pipeline/1-ingest/snapshots';

describe('the day in a name', () => {
  test.each([
    ['contacts-2026-09-30.csv', '2026-09-30'],
    ['contacts_20260930.csv', '2026-09-30'],
    ['hubspot-crm-exports-all-contacts-2026-09-30 (1).csv', '2026-09-30'],
    ['2026-06-30/marketo-leads.csv', '2026-06-30'],
    ['Kontakte 30.09.2026.xlsx/Blatt 1', '2026-09-30'],
    ['Leads 3 Sep 2026.csv', '2026-09-03'],
    ['Leads Sept. 3, 2026.csv', '2026-09-03'],
    ['Leads September 2026.csv', '2026-09-30'],
    ['leads-2024-02.csv', '2024-02-29'],
    ['exports-2026-06-30.zip/contacts-2026-07-01.csv', '2026-07-01'],
    // Not days, or not certain.
    ['contacts.csv', null],
    ['Marketing 2026.csv', null],
    ['contacts-09-10-2026.csv', null],
    ['order-20261345.csv', null],
    ['report-2026-02-31.csv', null],
    ['id-120260930.csv', null],
    ['leads 2026.csv', null],
  ])('%s: %s', (name, day) => {
    expect(snapshotIn(name)).toBe(day);
  });

  test.each([
    ['contacts-2026-09-30.csv', 'contacts-2026-06-30.csv'],
    ['contacts.csv', 'Contacts (1).csv'],
    ['2026-06-30/leads.csv', '2026-09-30/leads.csv'],
    ['Leads Sep 2026.csv', 'Leads June 2026.csv'],
    ['20260930_accounts.csv', '20261031_accounts.csv'],
  ])('%s and %s are exports of one list', (one, other) => {
    expect(seriesOf(one)).toBe(seriesOf(other));
  });

  test('names that differ in more are other lists', () => {
    expect(seriesOf('contacts-emea-2026-09-30.csv')).not.toBe(seriesOf('contacts-us-2026-09-30.csv'));
  });
});

describe('which files count', () => {
  let next = 1;
  const file = (fileName: string, more: Partial<Dated> = {}): Dated => ({
    fileNo: next++, fileName, entity: 'person', sourceSystem: 'Salesforce', snapshot: snapshotIn(fileName), inPlaceOf: null, ...more,
  });
  const named = (files: readonly Dated[], day: string | null): string[] => {
    const numbers = inForce(files, day);
    return files.filter(({ fileNo }) => numbers.has(fileNo)).map(({ fileName }) => fileName);
  };
  const [june, september] = [file('people-2026-06-30.csv'), file('people-2026-09-30.csv')];

  test('of two exports of one list the last, or that of the day', () => {
    expect(named([september, june], null)).toEqual(['people-2026-09-30.csv']);
    expect(named([september, june], '2026-08-15')).toEqual(['people-2026-06-30.csv']);
    expect(named([september, june], '2026-09-30')).toEqual(['people-2026-09-30.csv']);
  });

  test('before the first export the first', () => {
    expect(named([june, september], '2026-01-01')).toEqual(['people-2026-06-30.csv']);
  });

  test('a file without a day always counts', () => {
    expect(named([june, september, file('people.csv')], null)).toEqual(['people-2026-09-30.csv', 'people.csv']);
  });

  test('other lists, other systems and other records do not stand in for each other', () => {
    const others = [file('people-us-2026-05-31.csv'), file('people-2026-05-31.csv', { sourceSystem: 'HubSpot' }), file('people-2026-05-31.csv', { entity: 'account' })];
    expect(named([september, ...others], null)).toEqual([september, ...others].map(({ fileName }) => fileName));
  });

  test('parts of one day count together', () => {
    const parts = [file('2026-09-30/people.csv'), file('2026-09-30/people (1).csv'), file('2026-06-30/people.csv')];
    expect(named(parts, null)).toEqual(['2026-09-30/people.csv', '2026-09-30/people (1).csv']);
  });

  test('exports of a log count together up to the day', () => {
    const acts = ['acts-2026-06.csv', 'acts-2026-07.csv', 'acts-2026-08.csv'].map((name) => file(name, { entity: 'activity' }));
    expect(named(acts, null)).toHaveLength(3);
    expect(named(acts, '2026-07-31')).toEqual(['acts-2026-06.csv', 'acts-2026-07.csv']);
  });

  test('a file that another is put in place of does not count', () => {
    expect(named([file('old.csv'), file('new.csv', { inPlaceOf: 'old.csv' })], null)).toEqual(['new.csv']);
  });

  test('no files, nothing counts', () => {
    expect(inForce([], null).size).toBe(0);
  });
});
