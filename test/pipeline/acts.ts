import type { Database } from '../../src/engine/database';
import type { TableName } from '../../src/pipeline/table';

/** The tables of numbers that the pipeline reads acts from. */
export const actTables: readonly TableName[] = ['canon.activity_type', 'canon.act'];

/** Makes them of acts that a test gives in words, as `canon.activity`. */
export async function makeActs(database: Database): Promise<void> {
  await database.run(`create or replace table canon.activity_type as
    select
        cast(row_number() over (order by activity_type, channel) as smallint) as kind_no, activity_type as source_type, null::varchar as source_status,
        cast(count(*) as integer) as activities, activity_type, channel, true as is_known
    from canon.activity group by activity_type, channel`);
  await database.run(`create or replace table canon.act as
    select activity.person_no, activity.account_no, activity.occurred_at, kinds.kind_no, activity.file_no, activity.source_row
    from canon.activity as activity
    join canon.activity_type as kinds on kinds.activity_type is not distinct from activity.activity_type and kinds.channel is not distinct from activity.channel`);
}
