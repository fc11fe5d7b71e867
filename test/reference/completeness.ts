import { groupsOf, isSameGroup, membersOf, type Group } from './membership';
import type { Input } from './world';

export interface SeatCompleteness {
  group: Group;
  role: string;
  people: number;
  /** How many more would make it full. */
  missing: number;
  /** Percent. */
  completeness: number;
  isRequired: boolean;
}

export interface GroupCompleteness {
  group: Group;
  /** Percent; null where no seat is required. */
  mean: number | null;
  binary: number | null;
  /** Whichever of the two the playbook asks for. */
  completeness: number | null;
  /** Of the seats flagged required: how many there are, are full, are held by nobody, and how many people they lack. */
  required: { seats: number; full: number; empty: number; missing: number };
}

/** `role% = 100 * min(1, assigned / required)`, of every seat of every group (domain.md §1.4). */
export function seatCompletenessOf(input: Input): SeatCompleteness[] {
  const members = membersOf(input);
  return groupsOf(input).flatMap((group) =>
    group.template.seats.map(({ role, people: required, isRequired }) => {
      const people = members.filter((member) => isSameGroup(member.group, group) && member.role === role).length;
      return { group, role, people, missing: Math.max(0, required - people), completeness: 100 * Math.min(1, people / required), isRequired };
    }),
  );
}

/** The mean over the seats flagged required; the variant counts the full ones among them (§1.4). */
export function groupCompletenessOf(input: Input): GroupCompleteness[] {
  const seats = seatCompletenessOf(input).filter(({ isRequired }) => isRequired);
  return groupsOf(input).map((group) => {
    const own = seats.filter((seat) => isSameGroup(seat.group, group));
    const mean = meanOf(own.map(({ completeness }) => completeness));
    const binary = meanOf(own.map(({ missing }) => (missing === 0 ? 100 : 0)));
    const required = {
      seats: own.length,
      full: own.filter(({ missing }) => missing === 0).length,
      empty: own.filter(({ people }) => people === 0).length,
      missing: own.reduce((sum, { missing }) => sum + missing, 0),
    };
    return { group, mean, binary, completeness: input.playbook.completeness.variant === 'binary' ? binary : mean, required };
  });
}

const meanOf = (numbers: number[]): number | null => (numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length);

/** A band of the score rounded half up to a whole percent (§1.7); null where there is no score. */
export function bandOf(percent: number | null): string | null {
  if (percent === null) return null;
  const whole = Math.floor(percent + 0.5);
  return whole <= 25 ? '0–25' : whole <= 50 ? '26–50' : whole <= 75 ? '51–75' : '76–100';
}
