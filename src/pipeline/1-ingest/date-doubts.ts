import type { Database } from '../../engine/database';
import { quoteName } from '../../engine/quoting';
import { countOf } from './count';
import { otherOrder } from './formats/dates';
import type { Target } from './plan';
import type { ColumnMatch } from './recognise';

/** How sure a column can be whose days and months nothing tells apart. */
const doubtful = 0.6;

/** The matches, those columns flagged in which every date could as well have day and month in the other order. */
export async function withDateDoubts(
  database: Database, part: string, targets: readonly Target[], columns: readonly ColumnMatch[],
): Promise<ColumnMatch[]> {
  const doubts = new Map<string, string>();
  for (const { column, type, format } of targets) {
    if (type !== 'timestamp' || format.isDateChosen || !otherOrder(format.date)) continue;
    const name = quoteName(column);
    const [dates, told] = [await countOf(database, `${part} where ${name} is not null`), await countOf(database, `${part} where day(${name}) > 12`)];
    if (dates === 0 || told > 0) continue;
    const [taken, other] = format.date === 'month-first' ? ['month first', 'day first'] : ['day first', 'month first'];
    doubts.set(column, `no date is after the 12th, so it could be ${other}; read as ${taken}`);
  }
  return columns.map((each) => {
    const doubt = each.columnName === null ? undefined : doubts.get(each.columnName);
    return doubt ? { ...each, confidence: Math.min(each.confidence, doubtful), reason: `${each.reason}; ${doubt}` } : each;
  });
}
