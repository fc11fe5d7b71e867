import { evidence } from '../../playbook';
import type { ConfigTable } from './create';

/** One row: from how many deals on a share is told, and how wide an interval is, in standard errors. */
export const evidenceTable: ConfigTable = {
  name: 'config.evidence',
  columns: { least_deals: 'integer', z: 'double' },
  rows: [[evidence.leastDeals, evidence.z]],
};
