import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPlaybook, toKeywordWords, type KeywordModel, type Playbook } from '../../src/playbook';
import { Scores, scoreTables, type Given } from './score-tables';

let scores: Scores;
beforeAll(async () => {
  scores = await Scores.open();
});
afterAll(() => scores.close());

const withKeywords = (keywords: KeywordModel): Playbook => ({ ...defaultPlaybook, keywords });
const oneProduct = (...keywords: string[]): KeywordModel => ({ products: [{ category: 'Any', name: 'Thing', keywords }] });
const viewOf = (asset: string | null, url: string | null = null) => ({ person_no: 1, occurred_at: '2026-03-31 10:00:00', activity_type: 'Page Views', asset, url });
/** The acts as numbers and, beside them, their words as the file has them. */
function actsOf(acts: readonly Act[]): Given {
  const rows = acts.map((act, at) => ({ ...act, file_no: 1, source_row: at + 1 }));
  return { 'canon.activity': rows, 'ingest.activity': rows.map(({ file_no, source_row, asset, url }) => ({ file_no, source_row, asset, url })) };
}
const clock = [{ as_of: '2026-03-31 12:00:00', as_of_date: '2026-03-31' }];

describe('a keyword', () => {
  const told: [keyword: string, asset: string | null, url: string | null, isFound: boolean][] = [
    ['CRM', 'Why a crm?', null, true],
    ['CRM', 'Why CRMs fail', null, false],
    ['customer data', 'Customer-Data platforms', null, true],
    ['customer data', 'Data of a customer', null, false],
    ['customer data', 'All about the customer', 'https://x.example/data', false],
    ['Größe', 'GROSSE Pläne', null, true],
    ['café', 'Le CAFE du coin', null, true],
    ['C++', 'Modern C++ in a week', null, true],
    ['C++', 'Vitamin C', null, false],
    ['C#', null, 'https://x.example/learn?topic=c%23', true],
    ['sales marketing', 'Sales + Marketing', null, true],
    ['R&D', 'r & d budgets', null, true],
    ['data platform', null, 'https://x.example/products/data-platform?utm=1', true],
    ['data platform', null, '/search?q=data+platform', true],
    ['顧客管理', '最新の顧客管理とは', null, true],
    ['예산', '예산 계획', null, true],
  ];
  test.each(told)('%s in %s %s: %s', async (keyword, asset, url, isFound) => {
    await scores.run({ 'canon.clock': clock, ...actsOf([viewOf(asset, url)]) }, withKeywords(oneProduct(keyword)));
    expect(await scores.rows('select text_no from score.keyword_hit')).toHaveLength(isFound ? 1 : 0);
  });

  test('is made into words as texts are', async () => {
    const texts = ['Straße 7', 'C++/C#: which?', '#hashtag +1', 'a+b c++11', 'Œuvre d’été', 'データ基盤', '고객 관리', 'x@y.z', 'Łódź', 'İstanbul', 'one\u00a0two', '+++', 'ﬁne'];
    await scores.run({ 'canon.clock': clock, ...actsOf(texts.map((text) => viewOf(text))) }, withKeywords(oneProduct('any')));
    const rows = await scores.rows("select text.asset, array_to_string(segment.words, ' ') as words from score.keyword_text as text left join score.keyword_segment as segment using (text_no)");
    for (const { asset, words } of rows) expect([asset, words ?? '']).toEqual([asset, toKeywordWords(String(asset))]);
    expect(rows).toHaveLength(texts.length);
  });
});

test('interest is what a plain reckoning by the formula gives, for people, accounts and groups', async () => {
  const given = randomWorld(20260331);
  const playbook = withKeywords({
    halfLifeDays: 12, lookBackDays: 60, weights: { 'Page Views': 40, 'Email Clicked': 15, 'Attend Event': 100 },
    products: [
      { category: 'A', name: 'Crm', keywords: ['crm', 'customer list'] },
      { category: 'A', name: 'Data', keywords: ['data', 'crm data'], interest: 'Data Platform' },
      { category: 'B', name: 'Nothing', keywords: ['unheard of'] },
    ],
  });
  await scores.run(given, playbook);
  const expected = reckon(given, playbook);
  const found = async (table: string, key: string) => Object.fromEntries((await scores.rows(`select ${key} as key, product_no, strength, activities from score.${table}`)).map((row) => [`${row.key} ${row.product_no}`, row]));
  for (const [table, key, sums] of [['person_keyword', 'person_no', expected.people], ['account_keyword', 'account_no', expected.accounts], ['group_keyword', 'group_no', expected.groups]] as const) {
    const rows = await found(table, key);
    expect([table, Object.keys(rows).sort()]).toEqual([table, [...sums.keys()].sort()]);
    const most = Math.max(...[...sums.values()].map(({ raw }) => raw));
    for (const [name, { raw, acts }] of sums) {
      expect([table, name, rows[name]?.activities]).toEqual([table, name, acts]);
      expect(Number(rows[name]?.strength)).toBeCloseTo(raw / most, 9);
    }
  }
  expect(expected.groups.size).toBeGreaterThan(5);
});

test('bands end at 0.2 and 0.6, which are still the lower ones (domain.md §1.9)', async () => {
  // 100 of one person, and 20, 21, 60 and 61 of others.
  const acts = [100, 20, 21, 60, 61].flatMap((count, at) => Array.from({ length: count }, () => ({ ...viewOf('crm'), person_no: at + 1 })));
  const people = [1, 2, 3, 4, 5].map((person_no) => ({ person_no, person_id: `p${person_no}` }));
  await scores.run({ 'canon.clock': clock, ...actsOf(acts), 'canon.person': people }, withKeywords(oneProduct('crm')));
  const rows = await scores.rows('select band from score.person_keyword_interest order by person_no');
  expect(rows.map(({ band }) => band)).toEqual(['High', 'Low', 'Medium', 'Medium', 'High']);
});

describe('work is done once', () => {
  const made = async (playbook: Playbook): Promise<string[]> => (await scores.rerun(playbook)).filter((table) => table.startsWith('score.keyword') || table.includes('_keyword'));
  beforeAll(() => scores.run({ 'canon.clock': clock, ...actsOf([viewOf('crm data'), { ...viewOf('crm data'), activity_type: 'Email Clicked' }]) }, withKeywords(oneProduct('crm'))));

  test('a changed keyword reads no act again', async () => {
    const tables = await made(withKeywords(oneProduct('crm', 'data')));
    expect(tables).toContain('score.keyword_hit');
    expect(tables.filter((table) => /keyword_(text|act|segment)$/.test(table))).toEqual([]);
  });

  test('a changed half-life looks for no keyword again', async () => {
    const tables = await made(withKeywords({ ...oneProduct('crm', 'data'), halfLifeDays: 7 }));
    expect(tables).toContain('score.person_keyword');
    expect(tables.filter((table) => /keyword_(text|act|segment|hit)$/.test(table))).toEqual([]);
  });

  test('a changed weight reads no act again, unless a kind begins to count', async () => {
    const weigh = (weights: Record<string, number>) => made(withKeywords({ ...oneProduct('crm', 'data'), weights }));
    await weigh({ 'Page Views': 40 });
    const tables = await weigh({ 'Page Views': 50 });
    expect(tables).toContain('score.person_keyword');
    expect(tables).not.toContain('score.keyword_act');
    expect(await weigh({ 'Page Views': 50, 'Email Clicked': 10 })).toContain('score.keyword_act');
  });

  test('without keywords no act is read, and everything is empty', async () => {
    const reading = (playbook: Playbook) => scoreTables.filter(({ name, sql }) => name.startsWith('score.keyword') && /canon\.act\b|ingest\.activity/.test(sql(playbook))).map(({ name }) => name);
    expect(reading(withKeywords(oneProduct('crm')))).toEqual(['score.keyword_text', 'score.keyword_act']);
    expect(reading(defaultPlaybook)).toEqual([]);
    expect(reading(withKeywords({ products: [{ category: 'A', name: 'B', keywords: [] }] }))).toEqual([]);
    await scores.rerun(defaultPlaybook);
    for (const table of ['keyword_text', 'keyword_act', 'keyword_hit', 'person_keyword', 'account_keyword', 'group_keyword']) {
      expect([table, await scores.rows(`select * from score.${table}`)]).toEqual([table, []]);
    }
  });
});

interface Act { person_no: number | null; occurred_at: string; activity_type: string; asset: string | null; url: string | null }
interface Sum { raw: number; acts: number }

function randomWorld(seed: number): Given {
  let state = seed;
  const pick = <T>(values: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const value = values[Math.floor((state / 2 ** 31) * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  const words = ['crm', 'data', 'customer', 'list', 'lists', 'the', 'crm-data', 'Customer List'];
  const text = (): string => [pick(words), pick(words), pick(words)].join(pick([' ', ' / ', ': ']));
  return {
    'canon.clock': clock,
    ...actsOf(numbers(400).map(() => ({
      person_no: pick([...numbers(12), null]),
      occurred_at: `${pick(['2026-01-30', '2026-01-31', '2026-02-14', '2026-03-01', '2026-03-30', '2026-03-31', '2026-04-01'])} ${pick(['00:00:00', '23:59:59'])}`,
      activity_type: pick(['Page Views', 'Email Clicked', 'Attend Event', 'Email Sent']),
      asset: pick([text(), text(), null]),
      url: pick([null, `/x/${text().replaceAll(' ', '-')}`]),
    }))),
    'canon.account_person': numbers(12).map((person_no) => ({ account_no: (person_no % 4) + 1, person_no })),
    'role.buying_group': [...numbers(4).map((at) => ({ group_no: at, account_no: at, interest_no: 1 })), ...numbers(4).map((at) => ({ group_no: 4 + at, account_no: at, interest_no: 2 }))],
    'role.seated': numbers(12).flatMap((person_no) => [{ group_no: (person_no % 4) + 1, person_no, seat_no: 1 }, ...(person_no % 3 ? [{ group_no: (person_no % 4) + 5, person_no, seat_no: 7 }] : [])]),
  };
}

/** The formula as it is told: act by act, product by product, word by word. */
function reckon(given: Given, { keywords, interests }: Playbook): { people: Map<string, Sum>; accounts: Map<string, Sum>; groups: Map<string, Sum> } {
  const { products = [], halfLifeDays = 0, lookBackDays = 0, weights = {} } = keywords ?? {};
  const [people, accounts, groups] = [new Map<string, Sum>(), new Map<string, Sum>(), new Map<string, Sum>()];
  const add = (sums: Map<string, Sum>, name: string, raw: number): void => {
    const before = sums.get(name) ?? { raw: 0, acts: 0 };
    sums.set(name, { raw: before.raw + raw, acts: before.acts + 1 });
  };
  // The rows were made above, in this shape.
  for (const act of given['canon.activity'] as unknown as Act[]) {
    const age = (Date.parse('2026-03-31') - Date.parse(act.occurred_at.slice(0, 10))) / 86_400_000;
    const weight = weights[act.activity_type] ?? 0;
    if (act.person_no === null || age < 0 || age >= lookBackDays || weight === 0) continue;
    for (const [at, product] of products.entries()) {
      const isFound = product.keywords.some((keyword) => [act.asset, act.url].some((text) => text !== null && ` ${text.toLowerCase().replace(/[^a-z]+/g, ' ')} `.includes(` ${keyword} `)));
      if (!isFound) continue;
      const raw = weight * 0.5 ** (age / halfLifeDays);
      add(people, `${act.person_no} ${at + 1}`, raw);
      for (const row of given['canon.account_person'] ?? []) if (row.person_no === act.person_no) add(accounts, `${row.account_no} ${at + 1}`, raw);
      for (const row of given['role.seated'] ?? []) {
        const group = given['role.buying_group']?.find((each) => each.group_no === row.group_no);
        const isOfGroup = product.interest === undefined || interests[Number(group?.interest_no) - 1]?.name === product.interest;
        if (row.person_no === act.person_no && isOfGroup) add(groups, `${row.group_no} ${at + 1}`, raw);
      }
    }
  }
  return { people, accounts, groups };
}
