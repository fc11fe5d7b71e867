import { freeName } from './edits';
import { evidence } from './evidence';
import type { Playbook, Seat, Template } from './playbook';

/** What the closed deals of one solution say of a persona or a role: a row of `score.deal_lift` with its name. */
export interface DealEvidence {
  name: string;
  deals: number;
  won: number;
  deals_with: number;
  won_with: number;
  deals_without: number;
  won_without: number;
  /** The median of its people in the won deals that have any; null when none has. */
  people_in_won: number | null;
  /** Percent with their limits; null of too few deals. */
  win_rate: number | null;
  win_rate_low: number | null;
  win_rate_high: number | null;
  base_rate: number | null;
  membership_rate: number | null;
  /** Ratio of win rates; null of too few deals, or where no deal without was won. */
  lift: number | null;
  lift_low: number | null;
  /** Null as above, or where it has no end. */
  lift_high: number | null;
}

/** How often people of a persona held a role in won deals: a row of `score.role_persona`. */
export interface HeldRole {
  role: string;
  persona: string;
  people: number;
}

/** A seat with the deals that speak for it. */
export interface ProposedSeat {
  seat: Seat;
  /** Whether the seat's role is none of the playbook's yet. */
  isNewRole: boolean;
  personas: string[];
  evidence: DealEvidence;
}

/** A template that the deals speak for, or why they speak for none. */
export type TemplateProposal = { status: 'proposed'; template: Template; seats: ProposedSeat[] } | { status: 'none'; reason: string };

/** A seat is one of at least a quarter of the won deals, and is required from half of them on. */
const share = { seat: 0.25, required: 0.5 };

/** The lift from which a seat counts so much, where it is told apart from chance. */
const weights: [lift: number, weight: number][] = [[2, 100], [1.5, 80], [0, 60]];
/** What may be chance counts as the middle band at most. */
const unsureWeights: [lift: number, weight: number][] = [[1.2, 60], [0, 40]];

/**
 * The seats that the closed deals of a solution speak for: personas, or roles, that sit in many won deals and with whom more deals
 * are won than without. People needed are the median in won deals. Of too few deals nothing is proposed.
 */
export function proposeTemplate(playbook: Playbook, solution: string, part: 'persona' | 'role', parts: readonly DealEvidence[], held: readonly HeldRole[]): TemplateProposal {
  const { deals = 0, won = 0 } = parts[0] ?? {};
  const least = evidence.leastDeals;
  if (deals < least || won < least) {
    return { status: 'none', reason: `Too few deals to learn from: ${won} won of ${deals} closed with a contact, and a proposal needs ${least} won.` };
  }
  const chosen = parts.filter((each) => speaksFor(each)).sort((one, other) => weightOf(other) - weightOf(one) || other.won_with - one.won_with || one.name.localeCompare(other.name));
  if (chosen.length === 0) {
    return { status: 'none', reason: `No ${part} sits in a quarter of the won deals and has a higher win rate than the deals without it.` };
  }
  const seats = part === 'role' ? roleSeats(playbook, chosen, held) : personaSeats(playbook, chosen, held);
  return { status: 'proposed', seats, template: { name: `${solution}, from won deals`, isLive: false, seats: seats.map(({ seat }) => seat) } };
}

/** A playbook with the proposed template at the end, as a draft of which nothing is made until it is set live, and its new roles. */
export function useProposal(playbook: Playbook, { template, seats }: Extract<TemplateProposal, { status: 'proposed' }>): Playbook {
  const roles = seats.filter(({ isNewRole }) => isNewRole).map(({ seat }) => seat.role);
  const name = freeName(template.name, playbook.templates.map((each) => each.name));
  return { ...playbook, roles: [...playbook.roles, ...roles], templates: [...playbook.templates, { ...template, name, isLive: false }] };
}

/** Whether a lift's interval lies above 1: unlike what chance alone gives. */
export const isTold = ({ lift_low }: DealEvidence): boolean => lift_low !== null && lift_low > 1;

function speaksFor({ won, won_with, deals_with, won_without, deals_without }: DealEvidence): boolean {
  const least = evidence.leastDeals;
  if (deals_with < least || won_with < share.seat * won) return false;
  // In nearly every deal there is nothing to compare with; that it is always there speaks for it.
  if (deals_without < least) return won_with >= share.required * won;
  return won_with / deals_with > won_without / deals_without;
}

function weightOf(part: DealEvidence): number {
  if (part.deals_without < evidence.leastDeals) return 60;
  const lift = part.lift ?? Infinity;
  return (isTold(part) ? weights : unsureWeights).find(([from]) => lift >= from)?.[1] ?? 0;
}

/** The playbook's weighting whose value is nearest, the lower of two. */
function weightingOf(part: DealEvidence, { weightings }: Playbook): string {
  const weight = weightOf(part);
  const [nearest] = Object.entries(weightings).sort(([, one], [, other]) => Math.abs(one - weight) - Math.abs(other - weight) || one - other);
  return nearest?.[0] ?? '';
}

/** Seats of roles; a persona belongs to the one seat whose role it held most often. */
function roleSeats(playbook: Playbook, chosen: readonly DealEvidence[], held: readonly HeldRole[]): ProposedSeat[] {
  const roles = new Set(chosen.map(({ name }) => name));
  const within = held.filter(({ role }) => roles.has(role));
  const best = new Map([...new Set(within.map(({ persona }) => persona))].map((persona) => [persona, mostHeld(within, persona)[0]]));
  return chosen.map((part) => {
    const personas = playbook.personas.map(({ name }) => name).filter((name) => best.get(name) === part.name);
    return { seat: seatOf(playbook, part.name, part, personas), isNewRole: false, personas, evidence: part };
  });
}

/** Seats of personas, each called by the role that it held most often and no stronger persona has taken, else by its own name. */
function personaSeats(playbook: Playbook, chosen: readonly DealEvidence[], held: readonly HeldRole[]): ProposedSeat[] {
  const taken: string[] = [];
  return chosen.map((part) => {
    const role = mostHeld(held, part.name).find((each) => !taken.includes(each)) ?? freeName(part.name, [...playbook.roles, ...taken]);
    taken.push(role);
    return { seat: seatOf(playbook, role, part, [part.name]), isNewRole: !playbook.roles.includes(role), personas: [part.name], evidence: part };
  });
}

const mostHeld = (held: readonly HeldRole[], persona: string): string[] =>
  held.filter((each) => each.persona === persona).sort((one, other) => other.people - one.people || one.role.localeCompare(other.role)).map(({ role }) => role);

function seatOf(playbook: Playbook, role: string, part: DealEvidence, personas: string[]): Seat {
  return {
    role,
    weighting: weightingOf(part, playbook),
    people: Math.max(1, Math.ceil(part.people_in_won ?? 1)),
    isRequired: part.won_with >= share.required * part.won,
    isAutoAssign: personas.length > 0,
    condition: personas.length > 0 ? { field: 'person.persona', op: 'is one of', value: personas } : null,
  };
}
