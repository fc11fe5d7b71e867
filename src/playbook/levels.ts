import type { Playbook } from './playbook';

/** A level that depends on where a title is held, or that companies see differently; absent: as the dictionary says, which is the first choice. */
export interface LevelChoices {
  /** “Director” and “Finance Director” of people in the UK and Ireland, where directors sit on the board. */
  directorInUk?: string | undefined;
  /** “Managing Director” of people in banks, where many have the title. */
  managingDirectorInBanks?: string | undefined;
  /** “Head of …”, anywhere. */
  headOf?: string | undefined;
}

/** One of them: what is asked, where it counts, the dictionary's phrases it is about, and the levels to choose from. */
export interface LevelQuestion {
  key: keyof LevelChoices;
  label: string;
  place: 'anywhere' | 'uk' | 'banks';
  phrases: readonly string[];
  levels: readonly [shipped: string, ...others: string[]];
}

/** What is not board level in the UK either (associate, regional, creative director, account director) is a phrase of its own and not listed. */
export const levelQuestions: readonly LevelQuestion[] = [
  {
    key: 'directorInUk', label: 'Director in the UK and Ireland', place: 'uk', levels: ['director', 'c_level', 'board'],
    phrases: ['director', 'directors', 'executive director', 'marketing director', 'sales director', 'engineering director', 'technical director', 'technology director', 'finance director', 'financial director'],
  },
  {
    key: 'managingDirectorInBanks', label: 'Managing Director in banks', place: 'banks', levels: ['c_level', 'vp', 'director'],
    phrases: ['managing director', 'regional managing director', 'global managing director', 'md'],
  },
  { key: 'headOf', label: 'Head of …', place: 'anywhere', levels: ['director', 'manager', 'lead'], phrases: ['head', 'head of', 'global head'] },
];

/** The questions that are answered otherwise than in the dictionary, with the answer. */
export function chosenLevels({ titles: { levels = {} } }: Pick<Playbook, 'titles'>): (LevelQuestion & { level: string })[] {
  return levelQuestions.flatMap((question) => {
    const level = levels[question.key] ?? question.levels[0];
    return level === question.levels[0] ? [] : [{ ...question, level }];
  });
}

/** Whether some level depends on where its title is held. */
export const isLevelLocal = (playbook: Pick<Playbook, 'titles'>): boolean => chosenLevels(playbook).some(({ place }) => place !== 'anywhere');
