import { chinese } from './zh';
import { dutch } from './nl';
import { english } from './en';
import { englishTrades } from './en-trades';
import { french } from './fr';
import { german } from './de';
import { italian } from './it';
import { japanese } from './ja';
import { korean } from './ko';
import { portuguese } from './pt';
import { spanish } from './es';
import { readBook } from './read-book';
import type { Phrase } from './phrase';

export * from './phrase';
export { ambiguousPhrases, type AmbiguousPhrase, type Reading } from './readings';
export { toNormalWords } from './normal-words';

/** The dictionaries by language. Where two give the same words another meaning, the earlier one counts. */
export const books: Record<string, string> = {
  en: english + englishTrades, de: german, fr: french, es: spanish, it: italian, nl: dutch, pt: portuguese,
  zh: chinese, ja: japanese, ko: korean,
};

let shipped: Phrase[] | null = null;

/** Every phrase of the shipped dictionaries, each once; read on first use, then kept. */
export function shippedPhrases(): Phrase[] {
  if (!shipped) {
    const all = new Map<string, Phrase>();
    for (const phrase of Object.values(books).flatMap((book) => [...merged(readBook(book)).values()])) {
      const key = keyOf(phrase);
      if (!all.has(key)) all.set(key, phrase);
    }
    shipped = [...all.values()];
  }
  return shipped;
}

/** Of one phrase in several lines, each line adds what those before it left open. */
function merged(phrases: Phrase[]): Map<string, Phrase> {
  const all = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const before = all.get(keyOf(phrase));
    all.set(keyOf(phrase), before ? filled(before, phrase) : phrase);
  }
  return all;
}

function filled(phrase: Phrase, next: Phrase): Phrase {
  const level = phrase.seniority ? phrase : next;
  const area = phrase.function ? phrase : next;
  return {
    ...phrase,
    seniority: level.seniority,
    seniorityRank: level.seniorityRank,
    function: area.function,
    functionRank: area.functionRank,
    modifier: phrase.modifier ?? next.modifier,
    effect: phrase.effect ?? next.effect,
    hidesLevel: phrase.hidesLevel || next.hidesLevel,
  };
}

const keyOf = (phrase: Phrase): string => `${phrase.shape} ${phrase.phrase}`;
