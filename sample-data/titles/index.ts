import type { Random } from '../random';
import type { JobFunction, Seniority, TitleBook } from './book';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import { spanish } from './spanish';

export type { JobFunction, Seniority } from './book';

const books = { english, german, french, spanish, italian, dutch };
export type Language = keyof typeof books;

/** What a title says; the truth that a reading of it is held against. */
export interface Meaning {
  seniority: Seniority;
  jobFunction: JobFunction;
  isCurrent: boolean;
}

export const unreadable: Meaning = { seniority: 'unknown', jobFunction: 'unknown', isCurrent: true };

/** A title that a reader of the language would take to mean exactly this; in English where the language has no word for it. */
export function titleFor(random: Random, language: Language, meaning: Meaning): string {
  const title = currentTitle(random, books[language], meaning) ?? currentTitle(random, english, meaning);
  if (title === null) throw new RangeError(`no title for ${meaning.seniority} ${meaning.jobFunction}`);
  if (meaning.isCurrent) return title;
  return random.pick(books[language].former).replace('{t}', title);
}

/** An executive's assistant: staff, administration. */
export const assistantTitle = (random: Random, language: Language): string => random.pick(books[language].assistants);

/** What people type to get past a required field; says nothing. */
export const junkTitles = ['n/a', '-', 'test', '.', 'unknown', 'xxx', 'N.A.', 'none', '?', 'Ninja', 'tbd', 'asdf', '--'];

/** Somebody who is gone, with nothing about what they were. */
export const goneTitles = ['Retired', 'retired', 'i.R.', 'Retraité', 'Jubilado'];

/** A product manager manages a product and leads nobody, so a manager of people must not be written like one. */
const isWorkersOwn = (title: string): boolean => /(Product|Customer Success) (Manager|Mgr)/.test(title);

function currentTitle(random: Random, book: TitleBook, { seniority, jobFunction }: Meaning): string | null {
  const fixed = book.fixed[seniority]?.[jobFunction] ?? [];
  const made = patternTitles(random, book, seniority, jobFunction);
  const isFixed = fixed.length > 0 && (made.length === 0 || random.chance(0.4));
  const titles = isFixed ? fixed : made;
  return titles.length === 0 ? null : random.pick(titles);
}

function patternTitles(random: Random, book: TitleBook, seniority: Seniority, jobFunction: JobFunction): string[] {
  const levels = book.levels[seniority] ?? [];
  const functions = book.functions[jobFunction] ?? [];
  const workerLevels = book.workerLevels[seniority] ?? [];
  const workers = book.workers[jobFunction] ?? [];
  const titles: string[] = [];
  if (levels.length > 0 && functions.length > 0) {
    let title: string;
    do title = random.pick(levels).replace('{f}', random.pick(functions));
    while (isWorkersOwn(title));
    titles.push(title);
  }
  if (workerLevels.length > 0 && workers.length > 0) titles.push(random.pick(workerLevels).replace('{w}', random.pick(workers)));
  return titles;
}
