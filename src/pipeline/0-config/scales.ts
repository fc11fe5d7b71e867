import { membershipSources, type Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** The scales: bands and stages of people, which no playbook changes, and which source of a membership outranks which. */
export function scaleTables({ precedence = [...membershipSources] }: Playbook): ConfigTable[] {
  return [
    {
      name: 'config.band',
      columns: { measure: 'text', band_no: 'integer', band: 'text', low: 'integer', high: 'integer' },
      rows: ['completeness', 'engagement'].flatMap((measure) =>
        bands.map(([low, high], at) => [measure, at + 1, `${low}–${high}`, low, high]),
      ),
    },
    {
      name: 'config.person_stage',
      columns: { stage_no: 'integer', stage: 'text' },
      rows: personStages.map((stage, at) => [at + 1, stage]),
    },
    {
      name: 'config.membership_source',
      columns: { source: 'text', precedence: 'integer' },
      rows: precedence.map((source, at) => [source, at + 1]),
    },
  ];
}

/** Of the score rounded to a whole percent, so that 25.5 has a band (domain.md §1.7). */
const bands: [low: number, high: number][] = [
  [0, 25],
  [26, 50],
  [51, 75],
  [76, 100],
];

/** Of one person, by the dates a CRM writes (domain.md §2.5, §3.2). */
const personStages = ['Lead', 'MQL', 'SAL', 'SQL', 'Opportunity', 'Customer'];
