import { keyParts, type Overrides } from '../../playbook';
import type { ConfigTable } from './create';

const keyColumns = (side: string) => ({ [`${side}_by`]: 'varchar', [`${side}_value`]: 'varchar', [`${side}_within`]: 'varchar' });

/** The decisions about particular records as rows, numbered from 1 in the order they were made. */
export function overrideTables({ merges, members }: Overrides): ConfigTable[] {
  return [
    {
      name: 'config.merge',
      columns: { merge_no: 'integer', entity: 'varchar', verdict: 'varchar', made_at: 'timestamp', ...keyColumns('one'), ...keyColumns('other') },
      rows: merges.map((merge, at) => [at + 1, merge.entity, merge.verdict, toTimestamp(merge.madeAt), ...keyParts(merge.one), ...keyParts(merge.other)]),
    },
    {
      name: 'config.member_action',
      columns: {
        action_no: 'integer', action: 'varchar', solution_interest: 'varchar', role: 'varchar', made_at: 'timestamp', note: 'varchar', author: 'varchar',
        ...keyColumns('account'), ...keyColumns('person'),
      },
      rows: members.map((each, at) => [
        at + 1, each.action, each.solutionInterest, each.role, toTimestamp(each.madeAt), each.note ?? null, each.by ?? null,
        ...keyParts(each.account), ...keyParts(each.person),
      ]),
    },
  ];
}

/** An ISO time as DuckDB reads a plain timestamp, in UTC. */
const toTimestamp = (iso: string): string => new Date(iso).toISOString().slice(0, 19).replace('T', ' ');
