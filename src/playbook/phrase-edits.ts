import type { OwnPhrase, Playbook } from './playbook';
import { withPatch } from './edits';
import { levelQuestions, type LevelChoices } from './levels';

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

/** Another answer to one of the questions of levels; the dictionary's own is not written down. */
export function changeLevel(playbook: Playbook, key: keyof LevelChoices, level: string): Playbook {
  const others = Object.entries(playbook.titles.levels ?? {}).filter(([each]) => each !== key);
  const isShipped = levelQuestions.find((each) => each.key === key)?.levels[0] === level;
  const levels: LevelChoices = Object.fromEntries(isShipped ? others : [...others, [key, level]]);
  const { phrases } = playbook.titles;
  return { ...playbook, titles: Object.keys(levels).length === 0 ? { phrases } : { phrases, levels } };
}
