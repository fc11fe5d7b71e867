/** The levels of a post, highest first. */
export const seniorities = [
  'owner', 'board', 'c_level', 'vp', 'director', 'manager', 'lead', 'senior', 'staff', 'junior', 'intern',
] as const;
export type Seniority = (typeof seniorities)[number];

/** How words for a level compare: of several in one title the highest counts. A junior manager is junior. */
export const seniorityRanks: Record<Seniority, number> = {
  owner: 90, board: 85, c_level: 80, intern: 75, vp: 70, director: 60, junior: 52, manager: 50, lead: 40, senior: 30, staff: 20,
};

export const functions = [
  'general_management', 'marketing', 'sales', 'customer_success', 'product', 'engineering', 'it', 'data', 'security',
  'finance', 'legal', 'hr', 'procurement', 'operations', 'strategy', 'consulting', 'administration', 'research',
  'education', 'healthcare',
] as const;
export type TitleFunction = (typeof functions)[number];

export const modifiers = ['executive', 'senior', 'assistant', 'associate', 'deputy', 'acting', 'regional', 'former'] as const;
export type Modifier = (typeof modifiers)[number];

/**
 * What a phrase does besides meaning something. `rest`: levels after it in the same post are somebody else's ("assistant
 * to"); `segment`: those up to the next comma; `before`: the one right before it (社長秘書). `former`: all of the title
 * is past; `ex`: what follows. `joint`: a new group of words begins (of, für, de). `filler`: says nothing. `degree`: no post
 * where words of healthcare stand before it (Cardiologist, MD).
 */
export const effects = ['rest', 'segment', 'before', 'former', 'ex', 'joint', 'filler', 'degree'] as const;
export type Effect = (typeof effects)[number];

/**
 * `words` stand together; `alone`: so, and are all of a title's first part; `frame`: first and last word with others between;
 * `prefix`, `suffix`: parts of a long word.
 */
export type Shape = 'words' | 'alone' | 'frame' | 'prefix' | 'suffix';

/** One phrase of the dictionary and what it says of a title. A rank compares it with others of its kind. */
export interface Phrase {
  /** Normal words (`toNormalWords`); a frame has ` * ` between its two. */
  phrase: string;
  /** As a reader should see it: `-leiter` for a suffix. */
  label: string;
  shape: Shape;
  seniority: Seniority | null;
  seniorityRank: number | null;
  function: TitleFunction | null;
  functionRank: number | null;
  modifier: Modifier | null;
  effect: Effect | null;
  /** Whether levels inside it do not count: it has one itself, or is listed to hide one (partner marketing). */
  hidesLevel: boolean;
}
