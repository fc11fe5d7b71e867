import type { Database } from '../engine/database';

/**
 * What a draft of the playbook is compared with: the groups and who sits in them, as one playbook had them. Keyed by
 * account and by the name of the solution, for numbers of groups and seats change with the playbook.
 */
const kept: Record<string, string> = {
  buying_group: `select account_no, solution_interest, account_name, stage, completeness, completeness_band, engagement, engagement_band, next_step
from score.buying_group`,
  member: `select groups.account_no, interest.solution_interest, seated.person_no, seat.role
from role.seated as seated
join role.buying_group as groups using (group_no)
join config.interest as interest using (interest_no)
join config.seat_order as seat using (seat_no)`,
};

/** Copies the groups and seats as they stand into `kept.buying_group` and `kept.member`, in place of what was there. */
export async function keepResults(database: Database): Promise<void> {
  await database.run('create schema if not exists kept');
  for (const [name, sql] of Object.entries(kept)) await database.run(`create or replace table kept.${name} as ${sql}`);
}
