import { expect, test } from 'vitest';
import { sizeAt } from '../../sample-data/accounts';
import { companyName } from '../../sample-data/companies';
import { salesforceId } from '../../sample-data/ids';
import { Random } from '../../sample-data/random';
import { seatOf } from '../../sample-data/seats';
import { interests } from '../../sample-data/settings';

test('a hundred thousand companies have a hundred thousand names and domains', () => {
  const companies = Array.from({ length: 100_000 }, (_, number) => companyName(number));
  expect(new Set(companies.map(({ name }) => name)).size).toBe(100_000);
  expect(new Set(companies.map(({ host }) => host)).size).toBe(100_000);
});

test.each([[1, 5], [150, 2000], [10_000, 100_000]])('the sizes of %i accounts add up to %i people', (accounts, people) => {
  const sizes = Array.from({ length: accounts }, (_, number) => sizeAt(number, accounts, people));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
});

test('the last three characters of a Salesforce id say which of the others are capitals', () => {
  expect(salesforceId('001', 1)).toHaveLength(18);
  expect(salesforceId('001', 27).slice(0, 15).toLowerCase()).toBe(salesforceId('001', 1).slice(0, 15).toLowerCase());
  expect(salesforceId('001', 27).slice(15)).not.toBe(salesforceId('001', 1).slice(15));
});

test('a stream of numbers depends on its key alone', () => {
  const draw = (...key: number[]): number[] => Array.from({ length: 5 }, ((random) => () => random.int(1, 1000))(new Random(...key)));
  expect(draw(7, 1)).toEqual(draw(7, 1));
  expect(draw(7, 1)).not.toEqual(draw(7, 2));
  expect(draw(7, 1)).not.toEqual(draw(1, 7));
});

test('a director of the buying function is the champion, one of finance an influencer', () => {
  const isCurrent = true;
  expect(interests.map((interest) => seatOf({ seniority: 'director', jobFunction: 'data', isCurrent }, interest))).toEqual([null, 'Champion']);
  expect(seatOf({ seniority: 'director', jobFunction: 'finance', isCurrent }, 'Growth Suite')).toBe('Influencer');
  expect(seatOf({ seniority: 'c_level', jobFunction: 'finance', isCurrent }, 'Growth Suite')).toBe('Executive Steering Committee');
  expect(seatOf({ seniority: 'c_level', jobFunction: 'marketing', isCurrent: false }, 'Growth Suite')).toBeNull();
});
