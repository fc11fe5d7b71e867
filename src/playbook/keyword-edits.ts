import { freeName, withPatch } from './edits';
import type { KeywordModel, KeywordProduct, Playbook } from './playbook';

/** A playbook with other settings of keyword interest; undefined takes a setting away, so that its default counts. */
export function changeKeywords(playbook: Playbook, patch: Partial<KeywordModel>): Playbook {
  const keywords = { products: playbook.keywords?.products ?? [], ...playbook.keywords, ...patch };
  return { ...playbook, keywords: withoutAbsent(keywords) };
}

/** A product more, at the end, in the category of the last; it has no keywords yet. */
export function addKeywordProduct(playbook: Playbook): Playbook {
  const products = playbook.keywords?.products ?? [];
  const category = products.at(-1)?.category ?? 'Keywords';
  const name = freeName('New product', products.filter((product) => product.category === category).map((product) => product.name));
  return changeKeywords(playbook, { products: [...products, { category, name, keywords: [] }] });
}

export function changeKeywordProduct(playbook: Playbook, at: number, patch: Partial<KeywordProduct>): Playbook {
  return changeKeywords(playbook, { products: withPatch(playbook.keywords?.products ?? [], at, patch).map(withoutAbsent) });
}

export function removeKeywordProduct(playbook: Playbook, at: number): Playbook {
  return changeKeywords(playbook, { products: (playbook.keywords?.products ?? []).toSpliced(at, 1) });
}

/** A document that is saved and read again is the same only without keys that hold nothing. */
function withoutAbsent<T extends object>(part: T): T {
  // Only optional keys can hold undefined.
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T;
}
