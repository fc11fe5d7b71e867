import { describe, expect, test } from 'vitest';
import { defaultPlaybook, keywordModelOf, keywordRemarks, parsePlaybook, playbookFaults, renamePart, type KeywordModel, type KeywordProduct, type Playbook } from '../../src/playbook';

const product = (name: string, keywords: string[], more: Partial<KeywordProduct> = {}): KeywordProduct => ({ category: 'Sales', name, keywords, ...more });
const playbookWith = (keywords: KeywordModel): Playbook => ({ ...defaultPlaybook, keywords });
const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `word${at}`);

test('a playbook of before there were keywords is one without any', () => {
  expect(parsePlaybook(defaultPlaybook)).toEqual(defaultPlaybook);
  expect(keywordModelOf(defaultPlaybook)).toEqual({ products: [], halfLifeDays: 30, lookBackDays: 548, weights: defaultPlaybook.engagement.weights });
});

test('keywords and their settings are kept as they are', () => {
  const playbook = playbookWith({ products: [product('CRM', ['crm'], { interest: 'Growth Suite' })], halfLifeDays: 14, lookBackDays: 90, weights: { 'Page Views': 10 } });
  expect(parsePlaybook(playbook)).toEqual(playbook);
});

describe('what cannot be used is named where it is', () => {
  const cases: [string, KeywordModel, string][] = [
    ['keywords.products[1].name', { products: [product('CRM', ['a']), product('crm ', ['b'])] }, '“crm” is there already, in the same category'],
    ['keywords.products[0].interest', { products: [product('CRM', ['a'], { interest: 'Rocket' })] }, 'there is no solution interest “Rocket”'],
    ['keywords.products[0].keywords[1]', { products: [product('CRM', ['a', '?!'])] }, '“?!” has no letter or digit to look for'],
    ['keywords.products[0].keywords', { products: [product('CRM', many(5001))] }, 'has more than 5000 keywords'],
    ['keywords.weights.Handshake', { products: [], weights: { Handshake: 10 } }, 'there is no activity type “Handshake”'],
    ['keywords.halfLifeDays', { products: [], halfLifeDays: 0 }, 'is below 1'],
  ];
  test.each(cases)('%s', (path, keywords, reason) => {
    expect(playbookFaults(playbookWith(keywords))).toEqual([{ path, reason }]);
  });

  test('a product of one name in two categories is two', () => {
    expect(playbookFaults(playbookWith({ products: [product('CRM', ['a']), product('CRM', ['a'], { category: 'Service' })] }))).toEqual([]);
  });
});

test('what is odd is told: keywords told twice, shared ones, and lists that AJO would not take (domain.md §1.9)', () => {
  const remarks = keywordRemarks([product('CRM', ['Crm', 'crm', 'sales cloud']), product('Cloud', ['SALES  cloud']), product('Long', many(151)), product('Full', many(150).map((word) => `${word}x`))]);
  expect(remarks).toEqual([
    { product: 'CRM', text: 'Told twice, and counted once: crm' },
    { product: 'CRM', text: 'Also a keyword of another product: sales cloud' },
    { product: 'Cloud', text: 'Also a keyword of another product: SALES  cloud' },
    { product: 'Long', text: '151 keywords; AJO takes 150 for a product' },
  ]);
});

test('a product follows its solution when that gets another name', () => {
  const renamed = renamePart(playbookWith({ products: [product('CRM', ['a'], { interest: 'Growth Suite' }), product('DB', ['b'])] }), 'interests', 0, 'Growth');
  expect(renamed.keywords?.products.map(({ interest }) => interest)).toEqual(['Growth', undefined]);
  expect(playbookFaults(renamed)).toEqual([]);
});
