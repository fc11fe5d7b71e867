/** What a title is understood to say, which other tests hold the dictionary to. */
export interface Meaning {
  seniority: string;
  function: string;
  modifiers: string[];
  isCurrent: boolean;
}

const nothing: Meaning = { seniority: 'unknown', function: 'unknown', modifiers: [], isCurrent: true };

/** The titles of the people here, and what each means; `Zzzzz` means nothing. */
export const titles: Record<string, Meaning> = {
  CEO: { ...nothing, seniority: 'c_level', function: 'general_management' },
  'VP Sales': { ...nothing, seniority: 'vp', function: 'sales' },
  'Former VP Sales': { seniority: 'vp', function: 'sales', modifiers: ['former'], isCurrent: false },
  'Executive Vice President Marketing': { ...nothing, seniority: 'vp', function: 'marketing', modifiers: ['executive'] },
  'Marketing Director': { ...nothing, seniority: 'director', function: 'marketing' },
  'Regional Sales Director': { ...nothing, seniority: 'director', function: 'sales', modifiers: ['regional'] },
  'Sales Manager': { ...nothing, seniority: 'manager', function: 'sales' },
  'Data Engineer': { ...nothing, seniority: 'staff', function: 'data' },
  Zzzzz: nothing,
};

/** Without a title nothing is known, and the post counts as current. */
export const meaningOf = (title: string | null): Meaning => (title === null ? nothing : (titles[title] ?? nothing));
