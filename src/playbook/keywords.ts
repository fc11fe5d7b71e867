import { weightsOf } from './engagement';
import type { KeywordModel, KeywordProduct, Playbook } from './playbook';

/** How keyword interest is worked out where a playbook does not say: AJO looks back 18 months (domain.md §1.9); the half-life is ours. */
export const keywordDefaults = { halfLifeDays: 30, lookBackDays: 548 } as const;

/** The bands of keyword interest: above the first number, up to the second, of a strength from 0 to 1 (domain.md §1.9). */
export const keywordBands: readonly [band: string, above: number, upTo: number][] = [['Low', 0, 0.2], ['Medium', 0.2, 0.6], ['High', 0.6, 1]];

/** The keywords that AJO takes for one product (domain.md §1.9). */
export const ajoKeywordLimit = 150;

/** Keyword interest as a playbook has it, every setting said: the weights of acts are the engagement model's unless it has its own. */
export function keywordModelOf({ keywords, engagement }: Playbook): Required<KeywordModel> {
  return {
    products: keywords?.products ?? [],
    halfLifeDays: keywords?.halfLifeDays ?? keywordDefaults.halfLifeDays,
    lookBackDays: keywords?.lookBackDays ?? keywordDefaults.lookBackDays,
    weights: keywords?.weights ?? Object.fromEntries(weightsOf(engagement)),
  };
}

const unlike: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' };
const oneCharacterWord = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/gu;

/**
 * A keyword in the form in which `score.keyword_segment` has the words of a text: small letters without accents, one space between
 * words, signs as spaces but for a + or # that ends a word (C++, C#). Empty when there is no word in it.
 */
export function toKeywordWords(keyword: string): string {
  return keyword
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøł]/g, (letter) => unlike[letter] ?? letter)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .replace(/(^| )[+#]+/g, '$1')
    .replace(/[+#]+([\p{L}\p{N}])/gu, ' $1')
    .replace(oneCharacterWord, ' $& ')
    .replace(/ +/g, ' ')
    .trim();
}

/** What is odd about a playbook's keywords, which can be used all the same. */
export interface KeywordRemark {
  /** The product it is about. */
  product: string;
  text: string;
}

/** Keywords told twice, in one product or in several, and products with more than AJO takes. */
export function keywordRemarks(products: readonly KeywordProduct[]): KeywordRemark[] {
  const owners = new Map<string, string[]>();
  for (const { name, keywords } of products) {
    for (const phrase of new Set(keywords.map(toKeywordWords))) owners.set(phrase, [...(owners.get(phrase) ?? []), name]);
  }
  return products.flatMap(({ name, keywords }) => {
    const phrases = keywords.map(toKeywordWords);
    const twice = keywords.filter((_, at) => phrases.indexOf(phrases[at] ?? '') < at);
    const shared = keywords.filter((_, at) => phrases.indexOf(phrases[at] ?? '') === at && (owners.get(phrases[at] ?? '')?.length ?? 0) > 1);
    return [
      ...(twice.length > 0 ? [{ product: name, text: `Told twice, and counted once: ${shortList(twice)}` }] : []),
      ...(shared.length > 0 ? [{ product: name, text: `Also a keyword of another product: ${shortList(shared)}` }] : []),
      ...(keywords.length > ajoKeywordLimit ? [{ product: name, text: `${keywords.length} keywords; AJO takes ${ajoKeywordLimit} for a product` }] : []),
    ];
  });
}

const shortList = (words: readonly string[]): string => `${words.slice(0, 6).join(', ')}${words.length > 6 ? ` and ${words.length - 6} more` : ''}`;
