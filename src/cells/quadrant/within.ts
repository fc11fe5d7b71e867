import { quoteText } from '../../engine/quoting';

/** SQL for the groups whose scores lie within bounds: from, up to and including. */
export function groupsWithin(completeness: [number, number], engagement: [number, number], interest: string | null): string {
  const within = (column: string, [low, high]: [number, number]) => `floor(${column}) between ${low} and ${high}`;
  return `select account_name, solution_interest, next_step, round(completeness) as completeness, round(engagement) as engagement, stage, reason
from score.buying_group
where ${within('completeness', completeness)} and ${within('engagement', engagement)}${interest === null ? '' : ` and solution_interest = ${quoteText(interest)}`}
order by next_step_no, engagement desc
limit 1001`;
}
