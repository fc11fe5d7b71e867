import { quoteText } from '../../engine/quoting';
import type { Row } from '../../engine/wire';
import { formatCount, inWords, plural } from '../../ui/format';

/** A kind of activity as its source names it, and how often it comes. */
export interface SourceType {
  source: string;
  activities: number;
}

export const unknownTypesSql = 'select activity_type as source, activities from canon.unknown_activity_type order by activities desc, activity_type';

/** SQL for the types of one file that nobody knows, and for those in `named`, which somebody has told; most frequent first. */
export function fileTypesSql(fileNo: number, named: readonly string[]): string {
  const keys = named.map((source) => quoteText(source.trim().toLowerCase()));
  return `select activity_type as source, activities
from (
    select activity_type, cast(count(*) as integer) as activities
    from ingest.activity
    where file_no = ${fileNo}
    group by activity_type
)
where activity_type in (select activity_type from canon.unknown_activity_type)${keys.length > 0 ? ` or lower(trim(activity_type)) in (${keys.join(', ')})` : ''}
order by activities desc, activity_type`;
}

/** The rows of either select above. */
export const toSourceTypes = (rows: readonly Row[]): SourceType[] => rows.map((row) => ({ source: String(row.source), activities: Number(row.activities) }));

/** What to ask about types nobody knows; null when there are none. */
export function typesQuestion(rows: readonly Row[]): { title: string; text: string } | null {
  const types = toSourceTypes(rows);
  if (types.length === 0) return null;
  const named = types.slice(0, 5).map(({ source, activities }) => `“${source.slice(0, 40)}” (${formatCount(activities)})`);
  const count = types.reduce((sum, { activities }) => sum + activities, 0);
  const [are, they] = types.length === 1 ? ['is', 'It counts'] : ['are', 'They count'];
  return {
    title: `${plural(types.length, 'activity type')} ${are} unknown`,
    text: `${types.length > named.length ? `${named.join(', ')} …` : inWords(named)}. ${they} as “Other”, which gives no engagement: ${plural(count, 'activity', 'activities')}.`,
  };
}
