export type Seniority =
  | 'owner' | 'board' | 'c_level' | 'vp' | 'director' | 'manager' | 'lead'
  | 'senior' | 'staff' | 'junior' | 'intern' | 'unknown';

export type JobFunction =
  | 'general_management' | 'marketing' | 'sales' | 'customer_success' | 'product' | 'engineering' | 'it' | 'data'
  | 'security' | 'finance' | 'legal' | 'hr' | 'procurement' | 'operations' | 'strategy' | 'consulting'
  | 'administration' | 'research' | 'unknown';

type ByFunction = Partial<Record<JobFunction, readonly string[]>>;

/** How the people of one language write what they are. */
export interface TitleBook {
  /** Names of a function, as they stand in a level's pattern. */
  functions: ByFunction;
  /** Ways to write a level; `{f}` is the function's name. */
  levels: Partial<Record<Seniority, readonly string[]>>;
  /** What those who do the work are called, with neither senior nor junior. */
  workers: ByFunction;
  /** Ways to write how far along a worker is; `{w}` is what the worker is called. */
  workerLevels: Partial<Record<Seniority, readonly string[]>>;
  /** Titles that no pattern makes. */
  fixed: Partial<Record<Seniority, ByFunction>>;
  /** Assistants of somebody important: staff, administration, however grand the words. */
  assistants: readonly string[];
  /** Ways to say that `{t}` is over. */
  former: readonly string[];
}
