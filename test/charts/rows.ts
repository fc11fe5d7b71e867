import type { BandRow } from '../../src/charts/band-bars';
import type { CoverageRow } from '../../src/charts/coverage-heatmap';
import type { PersonFunnelRow } from '../../src/charts/funnel';
import type { QuadrantRow } from '../../src/charts/quadrant';
import type { ScoreRow } from '../../src/charts/score-histogram';

const bandNames = ['0–25', '26–50', '51–75', '76–100'];

/** Band rows of one measure from four counts. */
export function bands(...counts: number[]): BandRow[] {
  return counts.map((groups, at) => ({ measure: 'completeness', band_no: at + 1, band: bandNames[at] ?? null, groups }));
}

/** Numbers from 0 to 1 that look random and are the same each time. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Scores that gather around 35 and 80. */
export function scores(count: number): ScoreRow[] {
  const roll = dice(7);
  return Array.from({ length: count }, () => {
    const centre = roll() < 0.7 ? 35 : 80;
    return { score: Math.min(100, Math.max(0, centre + (roll() + roll() + roll() - 1.5) * 30)), count: 1 };
  });
}

/** Groups in the plane: completeness in steps, engagement leaning to the low end. */
export function plane(count: number): QuadrantRow[] {
  const roll = dice(11);
  return Array.from({ length: count }, (_, at) => ({
    group_no: at + 1,
    group_name: `Growth Suite for Account ${at + 1}`,
    completeness: Math.round((Math.floor(roll() * 9) / 8) * 1000) / 10,
    engagement: Math.round(Math.min(100, 100 * roll() ** 2 + 20 * roll()) * 10) / 10,
  }));
}

export const roles = ['Decision Maker', 'Executive Steering Committee', 'Champion', 'Influencer', 'Practitioner', 'Other'];

/** Coverage of interests × roles from counts of people; null: not in the template. */
export function coverage(interests: Record<string, (number | null)[]>, names = roles): CoverageRow[] {
  return Object.entries(interests).flatMap(([solution_interest, counts], interest) =>
    counts.map((people, role) => ({
      interest_no: interest + 1,
      solution_interest,
      role_no: role + 1,
      role: names[role] ?? '',
      is_in_template: people !== null,
      people: people ?? 0,
      groups: 420,
      groups_covered: Math.min(420, Math.round((people ?? 0) * 0.6)),
    })),
  );
}

const personStages = ['Lead', 'MQL', 'SAL', 'SQL', 'Opportunity', 'Customer'];

/** The people's funnel from [people, immature, days]. */
export function people(steps: [number, number, number | null][], names = personStages): PersonFunnelRow[] {
  return steps.map(([count, immature, days], at) => {
    const next = steps[at + 1]?.[0];
    return {
      stage_no: at + 1,
      stage: names[at] ?? '',
      people: count,
      immature_people: immature,
      conversion: next === undefined ? null : (next / count) * 100,
      median_days: days,
    };
  });
}
