import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

const folder = join(import.meta.dirname, '../../sample-data/exports/2026-09-30');

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
    await ingest.addFile({ name, content: new Uint8Array(readFileSync(join(folder, name))) });
  }
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });
  await database.addFile('data/truth.csv', new Uint8Array(readFileSync(join(folder, 'truth/seats.csv'))));
});
afterAll(() => database.close());

// A seat of the truth and a seat of ours are the same when account, solution interest, person and role are.
const compared = `
with truth as (
    select distinct accounts.account_no, lower(planted.solution_interest) as interest, people.person_no, planted.role
    from read_csv('data/truth.csv', all_varchar = true) as planted
    left join canon.account_key as accounts on accounts.account_key = planted.account_id
    left join canon.person_key as people on people.person_key = planted.person_id
),
ours as (
    select groups.account_no, lower(interests.solution_interest) as interest, members.person_no, members.role
    from role.member as members
    join role.buying_group as groups using (group_no)
    join config.interest as interests using (interest_no)
)
select
    truth.account_no is not null and truth.person_no is not null as is_known,
    truth.role is not null as is_true,
    ours.role is not null as is_ours,
    coalesce(truth.role, ours.role) as role,
    coalesce(truth.interest, ours.interest) as interest,
    people.job_title,
    people.email
from truth
full join ours using (account_no, interest, person_no, role)
left join canon.person as people on people.person_no = coalesce(truth.person_no, ours.person_no)`;

test('the seats found in the sample are the seats planted: precision and recall at least 0.95', async () => {
  expect(existsSync(folder)).toBe(true);
  const [counts] = await queryRows(database, `
    select
        count(*) filter (where is_true and is_ours) as hits,
        count(*) filter (where is_true) as planted,
        count(*) filter (where is_ours) as found
    from (${compared}) as seats`);
  const precision = Number(counts?.hits) / Number(counts?.found);
  const recall = Number(counts?.hits) / Number(counts?.planted);
  const misses = await queryRows(database, `
    select is_true, role, interest, job_title, count(*) as seats from (${compared}) as seats
    where not (is_true and is_ours) group by all order by seats desc, role, job_title limit 40`);
  console.log(`seats: ${Number(counts?.planted)} planted, ${Number(counts?.found)} found, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
  for (const miss of misses) console.log(lineOf(miss));
  expect(Number(counts?.planted)).toBeGreaterThan(500);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

const lineOf = (miss: Row): string =>
  `  ${miss.is_true ? 'missed' : 'wrong '} ${String(miss.seats)} × ${String(miss.role)} of ${String(miss.interest)}: ${String(miss.job_title)}`;
