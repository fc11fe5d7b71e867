import { quoteText } from '../../engine/quoting';

/** Which buying groups to list; an empty text stands for "any". */
export interface GroupFilter {
  text: string;
  interest: string;
  nextStep: string;
  completenessBand: string;
  engagementBand: string;
  missingRole: string;
}

export const noFilter: GroupFilter = { text: '', interest: '', nextStep: '', completenessBand: '', engagementBand: '', missingRole: '' };

export const sorts = {
  next: { label: 'Next step', sql: 'next_step_no, engagement desc' },
  engagement: { label: 'Engagement', sql: 'engagement desc' },
  completeness: { label: 'Completeness', sql: 'completeness desc nulls last' },
  pipeline: { label: 'Open pipeline', sql: 'open_pipeline desc nulls last' },
  activity: { label: 'Last activity', sql: 'last_activity_at desc nulls last' },
  account: { label: 'Account', sql: 'account_name' },
} as const;
export type GroupSort = keyof typeof sorts;

/** The groups that pass a filter, sorted, up to a number of rows; `groups_found` counts all that pass. */
export function groupsSql(filter: GroupFilter, sort: string, limit: number): string {
  // An unknown sort in a saved notebook falls back to the usual one.
  const order = sorts[Object.hasOwn(sorts, sort) ? (sort as GroupSort) : 'next'].sql;
  return `select
    group_no, account_name, solution_interest, industry, country, stage, completeness, engagement,
    members, engaged_members, seats_filled, seats_required, open_pipeline, currency, last_activity_at,
    next_step, reason, count(*) over () as groups_found,
from score.buying_group${whereSql(filter)}
order by ${order}, group_no
limit ${Math.max(1, Math.floor(limit))}`;
}

/** How many groups wait for each next step, whatever next step is filtered by. */
export function stepsSql(filter: GroupFilter): string {
  return `select next_step, min(next_step_no) as next_step_no, count(*) as groups
from score.buying_group${whereSql({ ...filter, nextStep: '' })}
group by next_step
order by next_step_no`;
}

function whereSql(filter: GroupFilter): string {
  const tests = Object.entries(conditions).flatMap(([key, test]) => {
    // `conditions` has the keys of a filter and no others.
    const value = filter[key as keyof GroupFilter].trim();
    return value === '' ? [] : [test(value)];
  });
  return tests.length === 0 ? '' : `\nwhere ${tests.join('\n    and ')}`;
}

const conditions: { [Key in keyof GroupFilter]: (value: string) => string } = {
  text: (value) => `contains(strip_accents(lower(concat_ws(' ', account_name, industry, country, region, owner))), strip_accents(lower(${quoteText(value)})))`,
  interest: (value) => `solution_interest = ${quoteText(value)}`,
  nextStep: (value) => `next_step = ${quoteText(value)}`,
  completenessBand: (value) => `completeness_band = ${quoteText(value)}`,
  engagementBand: (value) => `engagement_band = ${quoteText(value)}`,
  missingRole: (value) => `list_contains(missing_roles, ${quoteText(value)})`,
};
