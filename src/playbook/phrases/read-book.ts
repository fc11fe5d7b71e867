import { effects, functions, modifiers, seniorities, seniorityRanks, type Phrase, type Shape } from './phrase';
import { spellings, withPlainUmlauts } from './spellings';
import { toNormalWords } from './normal-words';

type Meaning = Omit<Phrase, 'phrase' | 'label' | 'shape'>;

const functionRanks: Record<string, number> = { '!': 80, '': 50, '~': 30, '~~': 20, '?': 10 };
const levelRanks: Record<string, number> = { '!': 99, '~': 25 };

/**
 * The phrases of one language. A line reads `meaning: phrase, phrase …`; a meaning is a level, a function, `+modifier`
 * and `>effect` in any order; `ignore` adds that levels inside the phrase do not count. A function may be marked: `!` strong, `~` weak (the word of a trade: engineer),
 * `~~` weaker (of any trade: technician), `?` faint (a helper: assistant). A level marked `!` outranks all others (CEO over
 * founder), one marked `~` only staff (student).
 * `=AD` counts only alone, in a title's first part; `chief * officer` is a frame, `vertrieb-` the beginning of a word, `-leiter` its end. Lines with `#` are remarks.
 * Throws RangeError naming the line when a word of a meaning is unknown.
 */
export function readBook(book: string): Phrase[] {
  return book.split('\n').flatMap((line) => {
    const [head, ...rest] = line.split(':');
    const list = rest.join(':');
    if (!head || !list.trim() || head.trim().startsWith('#')) return [];
    const meaning = toMeaning(head, line);
    return list
      .split(',')
      .flatMap(spellings)
      .flatMap(withPlainUmlauts)
      .filter((label) => label !== '')
      .map((label) => ({ ...toShape(label), label: label.replace(/^=/, ''), ...meaning }));
  });
}

function toShape(label: string): { shape: Shape; phrase: string } {
  if (label.includes(' * ')) return { shape: 'frame', phrase: label.split(' * ').map(toNormalWords).join(' * ') };
  if (label.startsWith('=')) return { shape: 'alone', phrase: toNormalWords(label) };
  const shape = label.startsWith('-') ? 'suffix' : label.endsWith('-') ? 'prefix' : 'words';
  return { shape, phrase: toNormalWords(label) };
}

function toMeaning(head: string, line: string): Meaning {
  const meaning: Meaning = {
    seniority: null, seniorityRank: null, function: null, functionRank: null, modifier: null, effect: null, hidesLevel: false,
  };
  for (const word of head.trim().split(/\s+/)) {
    const mark = /(?:!|~~?|\?)$/.exec(word)?.[0] ?? '';
    const name = word.slice(0, word.length - mark.length);
    if (isOneOf(seniorities, name)) {
      meaning.seniority = name;
      meaning.seniorityRank = levelRanks[mark] ?? seniorityRanks[name];
    } else if (isOneOf(functions, name)) {
      meaning.function = name;
      meaning.functionRank = functionRanks[mark] ?? null;
    } else if (name.startsWith('+')) meaning.modifier = oneOf(modifiers, name.slice(1), line);
    else if (name.startsWith('>')) meaning.effect = oneOf(effects, name.slice(1), line);
    else if (name === 'ignore') meaning.hidesLevel = true;
    else oneOf([], name, line);
  }
  meaning.hidesLevel ||= meaning.seniority !== null || meaning.effect !== null;
  return meaning;
}

function oneOf<Name extends string>(names: readonly Name[], name: string, line: string): Name {
  if (isOneOf(names, name)) return name;
  throw new RangeError(`unknown word “${name}” in a line of the dictionary: ${line.slice(0, 60)}`);
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((known) => known === name);
}
