import { evidence, isTold, type DealEvidence, type HeldRole } from '../../playbook';
import { formatCount, formatPercent, plural } from '../../ui/format';

/** Whom the deals are told apart by. */
export type DealPart = 'persona' | 'role';

/** The closed deals of one solution, and those that say who sat in them. */
export interface SolutionDeals {
  solution_interest: string;
  closed_deals: number;
  closed_won: number;
  /** Those that name no solution, and so are about every one. */
  unnamed_deals: number;
  /** Those with a contact, which alone are compared. */
  deals: number;
  won: number;
}

export type EvidenceRow = DealEvidence & { solution_interest: string; part: DealPart };
export type HeldRow = HeldRole & { solution_interest: string };

/** Each solution in the playbook's order. */
export const solutionDealsSql = `select interests.solution_interest, base.closed_deals, base.closed_won, base.unnamed_deals, base.deals, base.won
from score.deal_base as base
join config.interest as interests using (interest_no)
order by base.interest_no`;

const columns = 'deals, won, deals_with, won_with, deals_without, won_without, people_in_won, win_rate, win_rate_low, win_rate_high, base_rate, membership_rate, lift, lift_low, lift_high';

/** Every persona and role of every solution, those of most deals first. */
export const evidenceSql = `select solution_interest, 'persona' as part, persona as name, ${columns} from score.persona_deal
union all
select solution_interest, 'role', role, ${columns} from score.role_deal
order by deals_with desc, name`;

export const heldRoleSql = `select interests.solution_interest, roles.role, kinds.persona, held.people
from score.role_persona as held
join config.interest as interests using (interest_no)
join config.role as roles using (role_no)
join config.persona as kinds using (persona_no)`;

/** What the closed deals of a solution are, in sentences. */
export function dealWords({ closed_deals, closed_won, unnamed_deals, deals, won }: SolutionDeals): string {
  const closed = `${plural(closed_deals, 'closed deal')}, ${formatCount(closed_won)} won.`;
  const known = `${formatCount(deals)} of them ${deals === 1 ? 'has' : 'have'} somebody with a contact role (${formatCount(won)} won): only these are compared.`;
  const unnamed = unnamed_deals > 0 ? ` ${formatCount(unnamed_deals)} ${unnamed_deals === 1 ? 'names' : 'name'} no solution and ${unnamed_deals === 1 ? 'counts' : 'count'} for every one.` : '';
  return `${closed} ${known}${unnamed}`;
}

/** A ratio with one decimal, two below one: "1.6×", "0.45×". */
export const ratioWords = (value: number): string => `${value.toFixed(value < 0.995 ? 2 : 1)}×`;

/** The lift with its limits, or why there is none. */
export function liftWords(part: DealEvidence): string {
  if (part.deals_with < evidence.leastDeals) return 'too few deals';
  if (part.lift_low === null) return 'too few deals without';
  if (part.lift === null) return `from ${ratioWords(part.lift_low)}; none without was won`;
  return `${ratioWords(part.lift)} (${ratioWords(part.lift_low)} to ${part.lift_high === null ? 'any' : ratioWords(part.lift_high)})`;
}

/** What a rate's bar says to those who do not see it. */
export function rateWords({ win_rate, win_rate_low, win_rate_high, base_rate }: DealEvidence): string {
  const [rate = '', low = '', high = '', base] = [win_rate, win_rate_low, win_rate_high, base_rate].map((value) => (value === null ? undefined : formatPercent(value)));
  return `${rate} won, likely between ${low} and ${high}${base === undefined ? '' : `; ${base} of all deals compared`}`;
}

/** The deals that speak for a seat, with their counts. */
export function evidenceWords(part: DealEvidence): string {
  const { won, won_with, deals_with, won_without, deals_without } = part;
  const present = `In ${formatCount(won_with)} of ${plural(won, 'won deal')}. Won ${formatCount(won_with)} of ${formatCount(deals_with)} with, ${formatCount(won_without)} of ${formatCount(deals_without)} without`;
  if (part.lift_low === null) return `${present}: too few without to compare.`;
  return `${present}: lift ${liftWords(part)}${isTold(part) ? '.' : ', which may be chance.'}`;
}
