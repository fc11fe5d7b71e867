import { formatCount, formatMoney, formatPercent } from '../../ui/format';

/** A row of `score.totals`: `unit` is count, percent or money; money's currency is the first word of its note. */
export interface TotalRow {
  metric: string;
  value: number | null;
  unit: string;
  note: string | null;
}

export interface Tile {
  label: string;
  value: string;
  note: string;
}

interface Plan {
  label: string;
  note: (value: (metric: string) => number, row: TotalRow) => string;
}

const share = (part: number, whole: number) => (whole > 0 ? formatPercent((100 * part) / whole) : '–');

/** The tiles in the order shown, with what each number is out of. A metric that is not here has no tile. */
const plans: Record<string, Plan> = {
  'buying groups': { label: 'Buying groups', note: (of) => `at ${formatCount(of('accounts'))} accounts` },
  'groups ready': { label: 'Ready for sales', note: () => 'complete, engaged, no deal yet' },
  'average completeness': { label: 'Average completeness', note: (of) => `${formatCount(of('groups complete'))} groups are complete` },
  'average engagement': { label: 'Average engagement', note: (of) => `${formatCount(of('groups engaged'))} groups are engaged` },
  'people in a buying group': { label: 'People with a seat', note: (of) => `${share(of('people in a buying group'), of('people'))} of ${formatCount(of('people'))} people` },
  'seats open': { label: 'Seats to fill', note: () => 'in required roles' },
  'open pipeline': { label: 'Open pipeline', note: (of, row) => row.note?.includes(',') ? row.note.replace(/^[^,]*, /, '') : `${formatMoney(of('won amount'), currencyOf(row))} won` },
  'activities in window': { label: 'Activities in window', note: (of) => `${formatCount(of('activities not scored'))} not scored` },
};

/** `score.totals` as tiles; empty input gives none. */
export function toTiles(rows: readonly TotalRow[]): Tile[] {
  const found = new Map(rows.map((row) => [row.metric, row]));
  const value = (metric: string) => found.get(metric)?.value ?? 0;
  return Object.entries(plans).flatMap(([metric, { label, note }]) => {
    const row = found.get(metric);
    return row ? [{ label, value: show(row), note: note(value, row) }] : [];
  });
}

function show(row: TotalRow): string {
  if (row.value === null) return '–';
  if (row.unit === 'percent') return formatPercent(row.value);
  return row.unit === 'money' ? formatMoney(row.value, currencyOf(row)) : formatCount(row.value);
}

function currencyOf(row: TotalRow): string | null {
  return /^[A-Z]{3}\b/.exec(row.note ?? '')?.[0] ?? null;
}
