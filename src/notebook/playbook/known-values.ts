import { quoteName } from '../../engine/quoting';
import type { KnownValues } from '../../playbook';

/** The most frequent values of a field in what is loaded, as rows of `value`; null where there is nothing to look up. */
export function valuesSql(values: KnownValues): string | null {
  if (values === null || 'list' in values) return null;
  const column = quoteName(values.column);
  return `select cast(${column} as varchar) as value, count(*)::integer as records
from ${values.table}
where ${column} is not null
group by ${column}
order by records desc, value
limit 300`;
}
