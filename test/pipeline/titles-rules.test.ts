import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { levelQuestions, type OwnPhrase } from '../../src/playbook';
import { ambiguousPhrases, shippedPhrases, toNormalWords } from '../../src/playbook/phrases';
import { TitleReader, type Meaning } from './title-reader';

let database: Database;
let reader: TitleReader;
beforeAll(async () => {
  database = await openNodeDatabase();
  reader = new TitleReader(database);
});
afterAll(() => database.close());

const short = ({ seniority, function: area, is_current, modifiers }: Meaning): string =>
  [seniority, area, ...modifiers, ...(is_current ? [] : ['past'])].join(' ');

async function meanings(titles: readonly string[], own: OwnPhrase[] = []): Promise<Record<string, string>> {
  return Object.fromEntries((await reader.read(titles, own)).map((meaning) => [meaning.job_title, short(meaning)]));
}

async function expectMeanings(expected: Record<string, string>, own: OwnPhrase[] = []): Promise<void> {
  expect(await meanings(Object.keys(expected), own)).toEqual(expected);
}

describe('only whole words count', () => {
  test('what hides in a longer word is not found', () =>
    expectMeanings({
      'International Account Director': 'director sales',
      'Internal Communications Manager': 'manager marketing',
      'Internet Marketing Manager': 'manager marketing',
      'Director of Security': 'director security',
      'Cooperative Education Teacher': 'staff education',
      'Visitor Services Coordinator': 'staff customer_success',
      'Presidential Suite Housekeeper': 'staff operations',
    }));

  test('compounds are read by their listed beginning and end', () =>
    expectMeanings({
      Marketingleiterin: 'director marketing',
      Vertriebsassistent: 'staff sales',
      Softwareentwickler: 'staff engineering',
      Qualitätsmanager: 'manager operations',
      Personalreferentin: 'staff hr',
      Verkoopleider: 'manager sales',
      Inkoopmanager: 'manager procurement',
      マーケティングマネージャー: 'manager marketing',
      営業部長: 'director sales',
      财务总监: 'director finance',
      인사팀장: 'lead hr',
    }));
});

describe('a level that is not the holder’s does not count', () => {
  test('helpers of executives stay staff, whatever the order of words', () =>
    expectMeanings({
      'Executive Assistant to the CFO': 'staff administration executive',
      'Executive Assistant / Office of the CEO': 'staff administration executive',
      "President's Secretary": 'staff administration',
      'Assistentin der Geschäftsführung': 'staff administration',
      'Assistante de direction': 'staff administration',
      'Secretaria de dirección': 'staff administration',
      'Assistente do diretor': 'staff administration',
      Directiesecretaresse: 'staff administration',
      总经理助理: 'staff administration',
      社長秘書: 'staff administration',
    }));

  test('order to cash is no scope', () => expectMeanings({ 'Order to Cash Manager': 'manager finance' }));

  test('words that only look like levels', () =>
    expectMeanings({
      'HR Business Partner': 'staff hr',
      'Partner Marketing Director': 'director marketing',
      'Business Process Owner': 'staff operations',
      'Technical Account Manager': 'staff customer_success',
      'Student Services Director': 'director administration',
      'Executive Search Consultant': 'staff hr',
    }));
});

describe('several posts', () => {
  test('the highest counts, its function first', () =>
    expectMeanings({
      'VP Marketing | Board Member': 'board marketing',
      'Chairman & CEO': 'c_level general_management',
      'Sales Manager / Marketing Director': 'director marketing',
      'Information Security Officer': 'staff security',
      'Talent Acquisition Manager': 'manager hr',
      'Marketing Operations Director': 'director marketing',
      'Chief Happiness Officer': 'c_level hr',
      'Chief Bedtime Officer': 'c_level unknown',
      'Deputy Director of Finance': 'director finance deputy',
      'Junior Product Manager': 'junior product',
      'Marketing Manager Intern': 'intern marketing',
    }));

  test('posts of the past give way to those of today', () =>
    expectMeanings({
      'Founder, ex-CTO': 'owner general_management',
      'CEO | ex-McKinsey': 'c_level general_management',
      'Former CEO': 'c_level general_management former past',
      'VP Sales (retired)': 'vp sales former past',
      'Ehemaliger Geschäftsführer': 'c_level general_management former past',
      元社長: 'c_level general_management former past',
    }));
});

describe('a title means the same however it is written', () => {
  const titles = ['VP Sales', 'Chief Information Officer', 'Leiter Einkauf', 'Head of R&D', 'Directrice Générale', 'Senior Data Analyst'];
  const ways: Record<string, (title: string) => string> = {
    'in capitals': (title) => title.toUpperCase(),
    'with spaces around and no-break spaces within': (title) => `  ${title.replaceAll(' ', '\u00a0')}\t`,
    'in full-width letters': (title) => title.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    'with HTML entities': (title) => title.replaceAll('&', '&amp;amp;'),
    'in quotes': (title) => `"${title}"`,
    'with combining accents': (title) => title.normalize('NFD'),
    'with a mark of gender': (title) => `${title} (m/w/d)`,
  };
  test.each(Object.entries(ways))('%s', async (_, write) => {
    const plain = Object.values(await meanings(titles));
    expect(Object.values(await meanings(titles.map(write)))).toEqual(plain);
  });

  test('gendered endings are one word', () =>
    expectMeanings({
      'Leiter*in Marketing': 'director marketing',
      'Leiter:in Marketing': 'director marketing',
      'Leiter/in Marketing': 'director marketing',
      'Directeur(trice) Marketing': 'director marketing',
      'Director/a de Ventas': 'director sales',
    }));

  test('hostile and empty titles mean nothing and break nothing', () =>
    expectMeanings({
      "Robert'); drop table persona.title;--": 'unknown unknown',
      '💼🚀': 'unknown unknown',
      '((((': 'unknown unknown',
      '///,,,': 'unknown unknown',
      [' word'.repeat(300)]: 'unknown unknown',
    }));
});

describe('the user’s own phrases', () => {
  test('teach a new word', () =>
    expectMeanings({ 'Growth Ninja': 'senior marketing', Ninja: 'senior unknown' }, [{ phrase: 'ninja', seniority: 'senior' }]));

  test('win over the shipped ones, level and function each', () =>
    expectMeanings(
      { 'Finance Director': 'c_level finance', 'Director of Finance': 'director finance', 'Clinical Analyst': 'staff consulting' },
      [
        { phrase: 'Finance Director', seniority: 'c_level' },
        { phrase: 'analyst', function: 'consulting' },
      ],
    ));

  test('are found however they are written', () =>
    expectMeanings({ 'Leiter Entsorgung': 'manager operations' }, [{ phrase: ' LEITER  Entsorgung ', seniority: 'manager', function: 'operations' }]));

  test('do not count inside a longer phrase, nor for somebody else', () =>
    expectMeanings(
      { 'Vice President': 'vp unknown', President: 'board general_management', 'Assistant to the President': 'staff administration' },
      [{ phrase: 'president', seniority: 'board' }],
    ));

  test('a new one looks up nothing shipped again', async () => {
    await reader.give(['Ninja', 'VP Sales']);
    await reader.run();
    const made = (await reader.run([{ phrase: 'ninja', seniority: 'lead' }])).filter((table) => table.isRecomputed);
    expect(made.map((table) => table.table)).toEqual([
      'persona.own_hit', 'persona.title_hit', 'persona.title_meaning', 'persona.ambiguous_title', 'persona.unmatched_title',
    ]);
  });
});

describe('letters that stand for several things', () => {
  const asked = () => queryRows(database, 'select job_title, people, phrase from persona.ambiguous_title order by job_title');

  test('are listed while nothing else in the title says what is meant', async () => {
    await reader.read(['CPO', 'CPO', 'CPO & Procurement Lead', 'Deputy CRO', 'Chief Revenue Officer', 'MD', 'CEO & MD', 'Cardiologist, MD', 'AD', 'Ad Manager', 'Former CSO']);
    expect(await asked()).toEqual([
      { job_title: 'AD', people: 1, phrase: 'AD' },
      { job_title: 'CPO', people: 2, phrase: 'cpo' },
      { job_title: 'Deputy CRO', people: 1, phrase: 'cro' },
      { job_title: 'MD', people: 1, phrase: 'md' },
    ]);
  });

  test('are settled by a phrase of the user’s own, level, function or persona', async () => {
    await reader.read(['CPO', 'CRO', 'MD', 'CSO'], [{ phrase: 'cpo', function: 'hr' }, { phrase: 'CRO', persona: 'Other' }, { phrase: 'MD', seniority: 'vp' }]);
    expect(await asked()).toEqual([{ job_title: 'CSO', people: 1, phrase: 'cso' }]);
  });

  test('each are a phrase of the dictionary, and each reading can be taught as it is', async () => {
    const known = new Set(shippedPhrases().map(({ label }) => label));
    expect(ambiguousPhrases.filter(({ phrase }) => !known.has(phrase))).toEqual([]);
    expect(ambiguousPhrases.filter(({ readings }) => readings.length < 2)).toEqual([]);
    for (let at = 0; at < Math.max(...ambiguousPhrases.map(({ readings }) => readings.length)); at++) {
      const taught = ambiguousPhrases.map(({ written, isAlone, readings: [first, ...more] }) => ({ phrase: written, isAlone, ...[first, ...more][at] ?? first }));
      const read = await reader.read(taught.map(({ phrase }) => phrase), taught);
      expect(read.map((each) => [each.job_title, each.seniority, each.function])).toEqual(taught.map((each) => [each.phrase, each.seniority, each.function]));
    }
  });
});

describe('letters that only look like another title', () => {
  test('AD is the Italian chief executive where it stands alone', () =>
    expectMeanings({
      AD: 'c_level general_management',
      'AD, Rossi SpA': 'c_level general_management',
      'Presidente e AD': 'c_level general_management',
      'Direttore Generale e AD': 'c_level general_management',
      'Art Director (AD)': 'director marketing',
      'Ad Manager': 'manager marketing',
    }));

  test('i.R. and a.D. are retired, IR is investor relations', () =>
    expectMeanings({
      'Geschäftsführer i.R.': 'c_level general_management former past',
      'vorstandsvorsitzender i.r.': 'c_level general_management former past',
      'Presidente e a.d.': 'c_level general_management',
      'Direktor i.R': 'director unknown former past',
      'Bürgermeister a.D.': 'c_level general_management former past',
      'Director, IR': 'director finance',
      'Head of I.R.': 'director finance',
    }));

  test('an associé is a partner, but not at a university', () =>
    expectMeanings({
      Associé: 'owner unknown',
      'Avocate associée': 'owner legal',
      'Professeur associé': 'staff education associate',
    }));

  test('MD behind a physician’s trade is a degree', () =>
    expectMeanings({
      'Cardiologist, MD': 'staff healthcare',
      'Medical Director, MD': 'director healthcare',
      'MD, Healthcare': 'c_level healthcare',
      'MD Europe': 'c_level general_management',
    }));
});

test('a level that depends on the place is asked of phrases that the dictionary has, and has there the first level to choose', () => {
  const levelOf = new Map(shippedPhrases().filter(({ shape }) => shape === 'words').map(({ label, seniority }) => [label, seniority]));
  for (const { phrases, levels } of levelQuestions) expect(phrases.map((phrase) => levelOf.get(phrase))).toEqual(phrases.map(() => levels[0]));
});

test('a meaning names the phrases that decided', async () => {
  const [meaning] = await reader.read(['Senior Director of Product Marketing, EMEA']);
  expect(meaning).toMatchObject({
    seniority: 'director', function: 'marketing', modifiers: ['regional', 'senior'], phrases: ['emea', 'product marketing', 'senior director'],
  });
});

test('titles that nothing is known of are listed with the reason and the people behind them', async () => {
  await reader.read(['Ninja', 'ninja', 'n/a', '-', 'Vice President', 'CFO', 'Ninja']);
  expect(await queryRows(database, 'select job_title, people, reason from persona.unmatched_title order by job_title')).toEqual([
    { job_title: '-', people: 1, reason: 'no word' },
    { job_title: 'Ninja', people: 2, reason: 'no known phrase' },
    { job_title: 'Vice President', people: 1, reason: 'a level, no function' },
    { job_title: 'n/a', people: 1, reason: 'filler' },
    { job_title: 'ninja', people: 1, reason: 'no known phrase' },
  ]);
});

test('phrases and titles are put in the same normal words', async () => {
  const labels = shippedPhrases().filter(({ shape, label }) => shape === 'words' && !label.includes('/')).map(({ label }) => label);
  await reader.read(labels);
  const rows = await queryRows(database, 'select job_title, normalised from persona.title');
  expect(rows.filter((row) => toNormalWords(String(row['job_title'])) !== row['normalised']).slice(0, 10)).toEqual([]);
});
