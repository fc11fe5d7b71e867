import { formatPercent, formatValue, inWords, plural } from '../../../ui/format';

/** A seat as completeness counts it. */
export interface CountedSeat {
  role: string;
  people: number;
  people_required: number;
  is_required: boolean;
}

export type CompletenessVariant = 'mean' | 'binary';

/** Percent 0–100 that a required seat adds before the mean is taken (domain.md §1.4); `binary` knows full seats only. */
export function seatPercent({ people, people_required: needed }: CountedSeat, variant: CompletenessVariant): number {
  if (variant === 'binary') return people >= needed ? 100 : 0;
  return 100 * Math.min(1, people / needed);
}

/** Percent 0–100; null where no seat is required. */
export function completenessOf(seats: readonly CountedSeat[], variant: CompletenessVariant): number | null {
  const required = seats.filter(({ is_required: isRequired }) => isRequired);
  return required.length === 0 ? null : required.reduce((sum, seat) => sum + seatPercent(seat, variant), 0) / required.length;
}

/** "(100 + 50 + 0) ÷ 3 = 50%". */
export function completenessFormula(seats: readonly CountedSeat[], variant: CompletenessVariant): string | null {
  const required = seats.filter(({ is_required: isRequired }) => isRequired);
  const total = completenessOf(seats, variant);
  if (total === null) return null;
  const parts = required.map((seat) => formatValue(seatPercent(seat, variant), 'number'));
  return `${parts.length > 1 ? `(${parts.join(' + ')})` : parts[0]} ÷ ${required.length} = ${formatPercent(total)}`;
}

/** What a seat's line says beside its number: "1 of 2 people", "3 people, 2 are enough". */
export function seatWords({ people, people_required: needed }: CountedSeat): string {
  return people > needed ? `${plural(people, 'person', 'people')}, ${needed} ${needed === 1 ? 'is' : 'are'} enough` : `${people} of ${plural(needed, 'person', 'people')}`;
}

/** Names in a line, the first three of many. */
export const someNames = (names: readonly string[]): string =>
  names.length > 4 ? inWords([...names.slice(0, 3), `${names.length - 3} more`]) : inWords(names);
