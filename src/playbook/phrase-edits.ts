import type { OwnPhrase, Playbook } from './playbook';
import { withPatch } from './edits';

/** A playbook that knows one phrase more; what was taught of the same phrase before is forgotten. */
export function teachPhrase(playbook: Playbook, phrase: OwnPhrase): Playbook {
  return withPhrases(playbook, [...playbook.titles.phrases.filter((each) => each.phrase !== phrase.phrase), phrase]);
}

export function changePhrase(playbook: Playbook, at: number, patch: Partial<OwnPhrase>): Playbook {
  return withPhrases(playbook, withPatch(playbook.titles.phrases, at, patch));
}

export function forgetPhrase(playbook: Playbook, at: number): Playbook {
  return withPhrases(playbook, playbook.titles.phrases.toSpliced(at, 1));
}

const withPhrases = (playbook: Playbook, phrases: OwnPhrase[]): Playbook => ({ ...playbook, titles: { ...playbook.titles, phrases } });
