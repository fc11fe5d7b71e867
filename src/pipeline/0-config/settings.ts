import { weightsOf, type Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** The numbers a user can turn: the clock, the engagement model, the thresholds, the funnel's windows, how alike names must be. */
export function settingTables(playbook: Playbook): ConfigTable[] {
  const { engagement, thresholds, funnel, matching } = playbook;
  return [
    {
      // A date means all of that day, so the clock stands at its last second.
      name: 'config.clock',
      columns: { as_of: 'timestamp' },
      rows: [[playbook.asOf === null ? null : `${playbook.asOf} 23:59:59`]],
    },
    {
      name: 'config.engagement',
      columns: { window_days: 'integer', daily_cap: 'integer', normalisation: 'text' },
      rows: [[engagement.windowDays, engagement.dailyCap, engagement.normalisation]],
    },
    {
      name: 'config.activity_weight',
      columns: { activity_type: 'text', weight: 'double' },
      rows: [...weightsOf(engagement)],
    },
    {
      name: 'config.completeness',
      columns: { variant: 'text' },
      rows: [[playbook.completeness.variant]],
    },
    {
      name: 'config.threshold',
      columns: { complete: 'double', engaged: 'double' },
      rows: [[thresholds.complete, thresholds.engaged]],
    },
    {
      name: 'config.funnel',
      columns: { window_days: 'integer', months: 'integer' },
      rows: [[funnel.windowDays, funnel.months]],
    },
    {
      name: 'config.matching',
      columns: { company_name: 'double' },
      rows: [[matching.companyName]],
    },
  ];
}
